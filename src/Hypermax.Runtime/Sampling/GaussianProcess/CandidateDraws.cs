using Hypermax.Numerics;
using Hypermax.Spaces;

namespace Hypermax.Sampling.GaussianProcess;

/// <summary>Draws candidates: over the whole space, around a good point, and along one parameter.</summary>
/// <remarks>Every candidate is a valid point with the fixed values in it; children of a new branch are drawn from their laws.</remarks>
internal sealed class CandidateDraws(SamplerContext context, SeedStream stream)
{
    /// <summary>Up to this many values of a parameter are tried one by one; a finer grid is treated as continuous first.</summary>
    public const int MostLevels = 16;

    private const int MostChoices = 256;

    /// <summary>Tells whether a parameter of a point may be changed and has several values.</summary>
    public bool IsFree(int parameter, double[] vector) => !double.IsNaN(vector[parameter])
        && context.Geometry.Dimensions[parameter].LevelCount != 1 && context.Fixed[parameter] is null;

    /// <summary>Draws from the laws of the space.</summary>
    public double[] Anywhere()
    {
        double[] vector = new double[context.Geometry.Count];
        context.Sample(stream, vector);
        return vector;
    }

    /// <summary>Draws near a point: some parameters or all of them move, by a width drawn from a hundredfold range.</summary>
    /// <remarks>Moving few of many parameters finds improvements in high dimensions that moving all of them misses
    /// (Regis and Shoemaker 2013, "Combining radial basis function surrogates and dynamic coordinate search").</remarks>
    public double[] Near(double[] centre)
    {
        double[] vector = new double[centre.Length];
        double share = Math.Min(1, (1 + (4 * stream.NextDouble() * stream.NextDouble())) / centre.Length);
        share = stream.NextDouble() < 0.3 ? 1 : share;
        double width = 0.3 * Math.Pow(0.01, stream.NextDouble());
        for (int i = 0; i < vector.Length; i++)
        {
            if (!context.TrySettle(vector, i))
            {
                vector[i] = Moved(context.Geometry.Dimensions[i], centre[i], share, width);
            }
        }

        return vector;
    }

    /// <summary>Gets a copy with another value of one parameter, its branches emptied and filled as conditions say.</summary>
    public double[] With(double[] vector, int parameter, double value)
    {
        double[] copy = [.. vector];
        copy[parameter] = value;
        Settle(copy);
        return copy;
    }

    /// <summary>Empties parameters that do not exist and draws those that are missing.</summary>
    public void Settle(double[] vector) => context.Complete(vector, stream);

    /// <summary>Gets the other values to try for a parameter: all of a short list, the nearest of a fine grid.</summary>
    public static IEnumerable<double> Alternatives(Dimension dimension, double value)
    {
        if (dimension.Parameter is NumericParameter { Step: { } step } numeric && dimension.LevelCount > MostLevels)
        {
            for (int offset = -3; offset <= 3; offset++)
            {
                double neighbour = numeric.Snap(value + (offset * step));
                if (neighbour != value)
                {
                    yield return neighbour;
                }
            }

            yield break;
        }

        for (int level = 0; level < Math.Min(dimension.LevelCount, MostChoices); level++)
        {
            if (dimension.LevelValue(level) != value)
            {
                yield return dimension.LevelValue(level);
            }
        }
    }

    private double Moved(Dimension dimension, double value, double share, double width)
    {
        double luck = stream.NextDouble();
        if (double.IsNaN(value) || (dimension.IsCategorical && luck < Math.Min(share, 0.3)))
        {
            return dimension.FromUnit(stream.NextDouble());
        }

        if (dimension.IsCategorical || luck >= share)
        {
            return value;
        }

        if (dimension.LevelCount is > 0 and <= MostLevels)
        {
            int step = 1 + stream.NextInt(Math.Max(1, (int)(width * dimension.LevelCount)));
            int level = dimension.LevelOf(value) + (stream.NextDouble() < 0.5 ? -step : step);
            return dimension.LevelValue(Math.Clamp(level, 0, dimension.LevelCount - 1));
        }

        // A step over an end of the interval is reflected.
        double unit = dimension.ToUnit(value) + (width * stream.NextNormal());
        unit = unit < 0 ? Math.Min(1, -unit) : unit > 1 ? Math.Max(0, 2 - unit) : unit;
        return dimension.FromUnit(unit);
    }
}
