namespace Hypermax.Sampling.GaussianProcess;

/// <summary>A candidate with its log expected improvement.</summary>
/// <param name="Vector">The point in vector form.</param>
/// <param name="Score">The log expected improvement, in units of the transformed losses.</param>
internal readonly record struct ScoredPoint(double[] Vector, double Score);
