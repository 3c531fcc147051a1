namespace Hypermax.Analysis.Surfaces;

/// <summary>A line of equal value.</summary>
/// <param name="Level">The value.</param>
/// <param name="Places">Its corners, in units of the square from 0 to 1.</param>
internal sealed record ContourLine(double Level, IReadOnlyList<(double X, double Y)> Places);
