namespace Hypermax.Sampling.GaussianProcess;

/// <summary>The best loss after some more trials, as simulated.</summary>
/// <param name="More">How many more.</param>
/// <param name="Loss">The loss.</param>
internal readonly record struct ForecastStep(int More, Interval Loss);
