using Hypermax.Testing.Guarding;
using MathNet.Numerics.Distributions;

namespace Hypermax.Testing.Challenging;

/// <summary>The one-sided t test for the mean of differences within pairs (Student 1908).</summary>
internal static class PairedTest
{
    /// <summary>Gets the probability of a mean this large or larger when the true one is at most a margin.</summary>
    /// <param name="gains">The differences: two or more that do not all agree.</param>
    /// <param name="margin">The margin.</param>
    public static double PValue(SampleFigures gains, double margin) =>
        StudentT.CDF(0, 1, gains.Count - 1, -(gains.Mean - margin) * Math.Sqrt(gains.Count) / gains.Spread);
}
