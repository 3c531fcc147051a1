using Hypermax.Numerics;
using Hypermax.Spaces;

namespace Hypermax.Convergence.Population;

/// <summary>Bounds the minimum of a function nobody knows it of: a long search with the function for free.</summary>
/// <remarks>Random points, then several descents from the best of them with steps of all sizes in few or all parameters.
/// A function of the problem alone.</remarks>
internal static class MinimumSearch
{
    private const int Starts = 6;

    /// <summary>Gets the smallest loss found.</summary>
    /// <param name="space">The space.</param>
    /// <param name="function">The loss of a point in vector form.</param>
    /// <param name="evaluations">How many evaluations to spend.</param>
    public static double Of(SearchSpace space, Func<double[], double> function, int evaluations)
    {
        SpaceGeometry geometry = new(space);
        SeedStream stream = new(7, 0, "population/minimum");
        (double[] Point, double Loss)[] found = [.. Enumerable.Range(0, evaluations / 3)
            .Select(_ => geometry.Sample(stream)).Select(point => (point, function(point))).OrderBy(item => item.Item2).Take(Starts)];
        int each = (evaluations - (evaluations / 3)) / found.Length;
        double best = double.PositiveInfinity;
        foreach ((double[] point, double loss) in found)
        {
            best = Math.Min(best, Descend(geometry, function, point, loss, each, stream));
        }

        return best;
    }

    private static double Descend(SpaceGeometry geometry, Func<double[], double> function, double[] point, double loss, int evaluations, SeedStream stream)
    {
        for (int k = 0; k < evaluations; k++)
        {
            double[] moved = Step(geometry, point, stream, (double)k / evaluations);
            double other = function(moved);
            if (other <= loss)
            {
                (point, loss) = (moved, other);
            }
        }

        return loss;
    }

    private static double[] Step(SpaceGeometry geometry, double[] point, SeedStream stream, double progress)
    {
        double width = 0.3 * Math.Pow(10, -(2 + (4 * progress)) * stream.NextDouble());
        double share = stream.NextDouble() < 0.3 ? 1 : Math.Min(1, (1 + stream.NextInt(3)) / (double)point.Length);
        double[] moved = new double[point.Length];
        for (int i = 0; i < moved.Length; i++)
        {
            Dimension dimension = geometry.Dimensions[i];
            if (!geometry.Space.IsActive(i, moved))
            {
                moved[i] = double.NaN;
            }
            else if (double.IsNaN(point[i]))
            {
                moved[i] = dimension.FromUnit(stream.NextDouble());
            }
            else
            {
                moved[i] = stream.NextDouble() >= share ? point[i] : Moved(dimension, point[i], width, stream);
            }
        }

        return moved;
    }

    private static double Moved(Dimension dimension, double value, double width, SeedStream stream)
    {
        if (dimension.IsCategorical)
        {
            return dimension.FromUnit(stream.NextDouble());
        }

        if (!dimension.IsContinuous && stream.NextDouble() < 0.5)
        {
            (double low, double high) = dimension.Cell(value);
            double beside = stream.NextDouble() < 0.5 ? low - 1e-9 : high + 1e-9;
            return dimension.FromUnit(Math.Clamp(beside, 0, 1));
        }

        return dimension.FromUnit(Math.Clamp(dimension.ToUnit(value) + (width * stream.NextNormal()), 0, 1));
    }
}
