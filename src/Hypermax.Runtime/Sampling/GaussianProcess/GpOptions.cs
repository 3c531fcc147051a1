namespace Hypermax.Sampling.GaussianProcess;

/// <summary>The settings of <see cref="GpSampler"/>; the defaults are what the documentation's figures were measured with.</summary>
public sealed record GpOptions
{
    /// <summary>Gets the number of points placed before the model is used, or null for a number that follows the space.</summary>
    public int? StartupTrials { get; init; }

    /// <summary>Gets the number of candidates drawn over the whole space for each proposal.</summary>
    public int Candidates { get; init; } = 512;

    /// <summary>Gets the largest number of trials the model is conditioned on; beyond it the best and the most recent are kept.</summary>
    public int ModelTrials { get; init; } = 500;

    /// <summary>Gets the largest number of trials that hyperparameters are fitted to.</summary>
    public int FitTrials { get; init; } = 300;

    internal void Validate() => GpLedger.Options.Require(this);
}
