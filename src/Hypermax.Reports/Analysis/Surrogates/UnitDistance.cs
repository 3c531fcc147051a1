using Hypermax.Spaces;

namespace Hypermax.Analysis.Surrogates;

/// <summary>How far points lie from each other: Euclid's distance in unit form.</summary>
/// <remarks>Two different choices, and a parameter that only one of two points has, are as far apart as the ends of a range.</remarks>
internal sealed class UnitDistance
{
    private readonly Dimension[] _dimensions;
    private readonly double[][] _units;

    /// <summary>Prepares the points that others are compared with.</summary>
    public UnitDistance(SpaceGeometry geometry, IReadOnlyList<TrialRecord> trials)
    {
        _dimensions = geometry.Dimensions;
        _units = [.. trials.Select(trial => Units(trial.Point))];
    }

    /// <summary>Gets the nearest trials with the squares of their distances, nearest first, earlier ones before later ones as near.</summary>
    /// <param name="point">The point in vector form.</param>
    /// <param name="count">How many trials, at least 1.</param>
    public IReadOnlyList<(int Row, double Squared)> Nearest(ReadOnlySpan<double> point, int count)
    {
        double[] units = Units(point);
        List<(int Row, double Squared)> nearest = new(count + 1);
        for (int row = 0; row < _units.Length; row++)
        {
            double limit = nearest.Count < count ? double.PositiveInfinity : nearest[^1].Squared;
            double squared = Squared(_units[row], units, limit);
            if (squared < limit)
            {
                int place = nearest.FindIndex(other => other.Squared > squared);
                nearest.Insert(place < 0 ? nearest.Count : place, (row, squared));
                nearest.RemoveRange(Math.Min(count, nearest.Count), Math.Max(0, nearest.Count - count));
            }
        }

        return nearest;
    }

    private double Squared(double[] left, double[] right, double limit)
    {
        double sum = 0;
        for (int i = 0; i < left.Length && sum < limit; i++)
        {
            double gap = left[i] - right[i];
            sum += left[i].Equals(right[i]) ? 0 : double.IsNaN(gap) || _dimensions[i].IsCategorical ? 1 : gap * gap;
        }

        return sum;
    }

    private double[] Units(ReadOnlySpan<double> point)
    {
        double[] units = new double[point.Length];
        for (int i = 0; i < units.Length; i++)
        {
            units[i] = double.IsNaN(point[i]) ? double.NaN : _dimensions[i].ToUnit(point[i]);
        }

        return units;
    }
}
