using Hypermax.Numerics;
using Hypermax.Spaces;

namespace Hypermax.Sampling.Evolution;

/// <summary>Children of trials: uniform crossover (Syswerda 1989) and heavy-tailed mutation (Doerr et al. 2017).</summary>
internal static class Offspring
{
    /// <summary>Makes a child.</summary>
    /// <param name="context">The history that the parents are rows of.</param>
    /// <param name="mother">The row whose branches a child rather takes.</param>
    /// <param name="father">The other row; the same for a child with one parent.</param>
    /// <param name="stepSize">The widest typical step, as a part of the unit interval.</param>
    /// <param name="stream">Where the draws come from.</param>
    public static double[] Make(SamplerContext context, int mother, int father, double stepSize, SeedStream stream)
    {
        double[] vector = new double[context.Geometry.Count];
        int present = 0;
        for (int i = 0; i < vector.Length; i++)
        {
            present += double.IsNaN(context.History.Column(i)[mother]) ? 0 : 1;
        }

        // One change on average, now and then many: a heavy tail leaves no valley too wide.
        double rate = Math.Min(1, 1 / (Math.Sqrt(stream.NextOpen()) * 2 * Math.Max(1, present)) * 1.5);
        double size = stepSize * Math.Pow(0.01, stream.NextDouble());
        bool hasChanged = false;
        for (int i = 0; i < vector.Length; i++)
        {
            if (!context.TrySettle(vector, i))
            {
                ReadOnlySpan<double> column = context.History.Column(i);
                double inherited = column[stream.NextInt(2) == 0 ? mother : father];
                inherited = !double.IsNaN(inherited) ? inherited : !double.IsNaN(column[mother]) ? column[mother] : column[father];
                bool mutates = stream.NextDouble() < rate;
                vector[i] = double.IsNaN(inherited) ? context.Geometry.Dimensions[i].FromUnit(stream.NextDouble())
                    : mutates ? Mutate(context.Geometry.Dimensions[i], inherited, size, stream)
                    : inherited;
                hasChanged |= mutates || double.IsNaN(inherited);
            }
        }

        return hasChanged ? vector : ChangeOne(context, vector, size, stream);
    }

    private static double[] ChangeOne(SamplerContext context, double[] vector, double size, SeedStream stream)
    {
        int[] free =
        [
            .. Enumerable.Range(0, vector.Length).Where(
                i => !double.IsNaN(vector[i]) && context.Fixed[i] is null && context.Geometry.Dimensions[i].LevelCount != 1),
        ];
        if (free.Length > 0)
        {
            int changed = free[stream.NextInt(free.Length)];
            vector[changed] = Mutate(context.Geometry.Dimensions[changed], vector[changed], size, stream);
            context.Complete(vector, stream);
        }

        return vector;
    }

    /// <summary>Moves a value to another of its dimension.</summary>
    /// <param name="dimension">The dimension.</param>
    /// <param name="value">The value, in vector form.</param>
    /// <param name="size">The standard deviation of the step, as a part of the unit interval; choices without an order are drawn anew.</param>
    /// <param name="stream">Where the draws come from.</param>
    public static double Mutate(Dimension dimension, double value, double size, SeedStream stream)
    {
        if (dimension.IsCategorical)
        {
            return dimension.FromUnit(stream.NextDouble());
        }

        double place = dimension.ToUnit(value);
        double moved = place + (size * stream.NextNormal());
        moved = moved < 0 ? -moved : moved > 1 ? 2 - moved : moved;
        double changed = dimension.FromUnit(Math.Clamp(moved, 0, 1));
        if (changed != value || dimension.IsContinuous)
        {
            return changed;
        }

        // A step too small to leave its cell moves to the neighbour instead.
        (double low, double high) = dimension.Cell(value);
        double beside = stream.NextInt(2) == 0 ? low - (0.5 * (high - low)) : high + (0.5 * (high - low));
        return dimension.FromUnit(Math.Clamp(beside, 0, 1));
    }
}
