namespace Hypermax.Sampling.GaussianProcess;

/// <summary>Makes losses fit for a Gaussian process.</summary>
internal delegate OutputTransform TransformLosses(ReadOnlySpan<double> losses);
