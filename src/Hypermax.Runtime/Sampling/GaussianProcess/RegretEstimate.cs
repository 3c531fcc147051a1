namespace Hypermax.Sampling.GaussianProcess;

/// <summary>How much a study could still gain, as its model sees it.</summary>
/// <param name="Regret">An upper bound, by the model's confidence, on the best expected loss so far minus the lowest of the space;
/// in units of the loss, 0 or above.</param>
/// <param name="Noise">The standard deviation of the noise of one trial, in units of the loss.</param>
/// <param name="Skill">The share of the variance of the losses that the model predicts of each trial from the others.</param>
internal readonly record struct RegretEstimate(double Regret, double Noise, double Skill)
{
    /// <summary>Gets whether more trials would be lost in the noise: the model predicts at least half of the variance and the regret is below the
    /// noise.</summary>
    public bool IsBelowNoise => Skill >= 0.5 && Regret < Noise;
}
