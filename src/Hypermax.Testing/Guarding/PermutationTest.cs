using Hypermax.Numerics;

namespace Hypermax.Testing.Guarding;

/// <summary>
/// The one-sided permutation test for two means, by Welch's statistic: exact for noise of any shape as long as both samples have the same, and right for
/// large ones where they have not (Janssen 1997).
/// </summary>
internal static class PermutationTest
{
    /// <summary>How many ways to deal the values out are drawn; the p value is a multiple of one part in this many and one.</summary>
    private const int Draws = 9999;

    /// <summary>Statistics this close are the same but for the order of additions.</summary>
    private const double Rounding = 1e-9;

    /// <summary>Gets whether a p value below a rate is possible: few values can be dealt out in few ways.</summary>
    public static bool CanReach(double rate, int first, int second)
    {
        if (rate * (1 + Draws) <= 1)
        {
            return false;
        }

        double ways = 1;
        for (int i = 1; i <= first && ways * rate <= 1; i++)
        {
            ways = ways * (second + i) / i;
        }

        return ways * rate > 1;
    }

    /// <summary>Gets the probability of a second mean this much larger when the second values are at most so much larger than the first.</summary>
    /// <param name="first">The first values.</param>
    /// <param name="second">The second ones.</param>
    /// <param name="margin">How much larger they may be.</param>
    /// <remarks>The same values have the same p value: draws have a seed of their own.</remarks>
    public static double PValue(IReadOnlyList<double> first, IReadOnlyList<double> second, double margin)
    {
        double[] values = [.. first, .. second.Select(value => value - margin)];
        double observed = Statistic(values, first.Count);
        SeedStream stream = new(0, values.Length, "permutation");
        int asLarge = 0;
        for (int draw = 0; draw < Draws; draw++)
        {
            for (int i = 0; i < first.Count; i++)
            {
                int other = i + stream.NextInt(values.Length - i);
                (values[i], values[other]) = (values[other], values[i]);
            }

            asLarge += Statistic(values, first.Count) >= observed - (Rounding * Math.Abs(observed)) ? 1 : 0;
        }

        return (1.0 + asLarge) / (1 + Draws);
    }

    private static double Statistic(double[] values, int count)
    {
        SampleFigures first = SampleFigures.Of(values.AsSpan(0, count));
        SampleFigures second = SampleFigures.Of(values.AsSpan(count));
        double difference = second.Mean - first.Mean;
        double error = Math.Sqrt((first.Spread * first.Spread / first.Count) + (second.Spread * second.Spread / second.Count));
        return error > 0 ? difference / error : difference == 0 ? 0 : Math.CopySign(double.MaxValue, difference);
    }
}
