using Hypermax.Spaces;
using Hypermax.Spaces.Ranges;

namespace Hypermax.Studies.Staging;

/// <summary>Finds the ranges in which the best trials lie.</summary>
internal static class BestRanges
{
    private const int FewestTrials = 5;
    private const int FewestValues = 2;

    /// <summary>Finds the ranges.</summary>
    /// <param name="geometry">The whole space.</param>
    /// <param name="ranked">The points of the trials, best first.</param>
    /// <param name="best">The point whose values are kept in any case.</param>
    /// <param name="narrowing">How.</param>
    /// <param name="isSearched">Tells which parameters are narrowed.</param>
    public static IReadOnlyList<ParameterRange> Of(
        SpaceGeometry geometry, IReadOnlyList<Point> ranked, Point best, Narrowing narrowing, Func<int, bool> isSearched)
    {
        int count = Math.Min(ranked.Count, Math.Max(FewestTrials, (int)Math.Ceiling(narrowing.Top * ranked.Count)));
        List<ParameterRange> ranges = [];
        for (int i = 0; i < geometry.Count; i++)
        {
            double[] values = [.. ranked.Take(count).Where(point => point.Has(i)).Select(point => point[i])];
            if (values.Length >= FewestValues && isSearched(i))
            {
                Dimension dimension = geometry.Dimensions[i];
                ranges.Add(dimension.IsCategorical ? Choices(i, dimension, values, best, narrowing) : Numbers(i, dimension, values, best, narrowing));
            }
        }

        return ranges;
    }

    private static ParameterRange Numbers(int index, Dimension dimension, double[] values, Point best, Narrowing narrowing)
    {
        double[] units = [.. values.Select(dimension.ToUnit).Order()];
        double from = Quantile(units, narrowing.LowQuantile);
        double to = Quantile(units, narrowing.HighQuantile);
        double margin = narrowing.Margin * (to - from);
        double low = dimension.FromUnit(Math.Max(0, from - margin));
        double high = dimension.FromUnit(Math.Min(1, to + margin));
        double kept = best.Has(index) ? best[index] : low;
        return new ParameterRange(index, Math.Min(low, kept), Math.Max(high, kept));
    }

    private static ParameterRange Choices(int index, Dimension dimension, double[] values, Point best, Narrowing narrowing)
    {
        int[] kept =
        [
            .. Enumerable.Range(0, dimension.LevelCount).Where(choice =>
            {
                (double low, double high) = dimension.Cell(choice);
                double share = values.Count(value => (int)value == choice) / (double)values.Length;
                return share >= narrowing.ChoiceShare * (high - low) || (best.Has(index) && (int)best[index] == choice);
            }),
        ];
        return new ParameterRange(index, kept[0], kept[^1]) { Choices = kept };
    }

    private static double Quantile(double[] sorted, double part)
    {
        double place = part * (sorted.Length - 1);
        int below = (int)Math.Floor(place);
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}
