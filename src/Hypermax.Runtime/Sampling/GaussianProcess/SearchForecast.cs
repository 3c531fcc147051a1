namespace Hypermax.Sampling.GaussianProcess;

/// <summary>What the finished trials of a study let expect of more of them; losses are to be minimised.</summary>
/// <param name="Trials">How many trials the model knows.</param>
/// <param name="Skill">The share of the variance of the losses that predictions of each trial from the others explain.</param>
/// <param name="Noise">The standard deviation of the noise of one trial.</param>
/// <param name="Incumbent">The lowest expected loss of a finished trial with the fixed values; null where none has them.</param>
/// <param name="Steps">What a longer search may have found by when.</param>
/// <param name="Floor">The lowest loss that the space may have.</param>
/// <param name="Point">The point with the lowest expected loss, in vector form.</param>
/// <param name="Predicted">Its loss.</param>
internal sealed record SearchForecast(
    int Trials, double Skill, double Noise, double? Incumbent, IReadOnlyList<ForecastStep> Steps, Interval Floor, double[] Point, Interval Predicted);
