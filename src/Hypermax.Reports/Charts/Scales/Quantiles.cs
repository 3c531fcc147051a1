namespace Hypermax.Charts.Scales;

/// <summary>Percentiles with linear interpolation at place (n − 1)·q of the sorted values.</summary>
internal static class Quantiles
{
    /// <summary>Gets a quantile of sorted values; NaN when there are none.</summary>
    /// <param name="sorted">The values in rising order.</param>
    /// <param name="share">From 0 (the smallest) to 1 (the largest).</param>
    public static double Of(ReadOnlySpan<double> sorted, double share)
    {
        if (sorted.Length == 0)
        {
            return double.NaN;
        }

        double place = (sorted.Length - 1) * Math.Clamp(share, 0, 1);
        int below = (int)place;
        int above = Math.Min(below + 1, sorted.Length - 1);
        double weight = place - below;
        return weight == 0 ? sorted[below] : (sorted[below] * (1 - weight)) + (sorted[above] * weight);
    }

    /// <summary>Gets a quantile of values in any order; NaN when there are none.</summary>
    /// <param name="values">The values, none of them NaN.</param>
    /// <param name="share">From 0 (the smallest) to 1 (the largest).</param>
    public static double OfUnsorted(IEnumerable<double> values, double share)
    {
        double[] sorted = [.. values];
        Array.Sort(sorted);
        return Of(sorted, share);
    }
}
