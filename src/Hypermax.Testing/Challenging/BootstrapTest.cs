using Hypermax.Numerics;
using Hypermax.Testing.Guarding;

namespace Hypermax.Testing.Challenging;

/// <summary>
/// The one-sided bootstrap t test for the mean of differences within pairs (Efron 1979; Hall 1988): it learns from the differences how lopsided their t
/// statistic is.
/// </summary>
internal static class BootstrapTest
{
    private const int Draws = 9999;

    /// <summary>Gets the probability of a mean this large or larger when the true one is at most a margin.</summary>
    /// <param name="gains">The differences: two or more that do not all agree.</param>
    /// <param name="margin">The margin.</param>
    /// <remarks>The same values have the same p value: draws have a seed of their own.</remarks>
    public static double PValue(ReadOnlySpan<double> gains, double margin)
    {
        SampleFigures all = SampleFigures.Of(gains);
        double observed = (all.Mean - margin) / all.Spread;
        SeedStream stream = new(0, gains.Length, "bootstrap");
        double[] drawn = new double[gains.Length];
        int asLarge = 0;
        for (int draw = 0; draw < Draws; draw++)
        {
            for (int i = 0; i < drawn.Length; i++)
            {
                drawn[i] = gains[stream.NextInt(gains.Length)];
            }

            // Values that all agree tell nothing of their spread, and so speak against a gain.
            SampleFigures some = SampleFigures.Of(drawn);
            asLarge += some.Spread == 0 || (some.Mean - all.Mean) / some.Spread >= observed ? 1 : 0;
        }

        return (1.0 + asLarge) / (1 + Draws);
    }
}
