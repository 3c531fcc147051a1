using Hypermax.Numerics;

namespace Hypermax.Sampling;

/// <summary>Points with the fixed values in them, whatever the others are drawn from.</summary>
internal static class ConditionedDraws
{
    /// <summary>Settles a parameter that leaves nothing to draw: one that does not exist, given those before it, or is fixed.</summary>
    /// <returns>Whether the entry of the parameter was written.</returns>
    public static bool TrySettle(this SamplerContext context, double[] vector, int parameter)
    {
        if (!context.Space.IsActive(parameter, vector))
        {
            vector[parameter] = double.NaN;
            return true;
        }

        if (context.Fixed[parameter] is double value)
        {
            vector[parameter] = value;
            return true;
        }

        return false;
    }

    /// <summary>Draws a point from the laws of the space.</summary>
    public static void Sample(this SamplerContext context, SeedStream stream, double[] vector)
    {
        for (int i = 0; i < vector.Length; i++)
        {
            if (!context.TrySettle(vector, i))
            {
                vector[i] = context.Geometry.Dimensions[i].FromUnit(stream.NextDouble());
            }
        }
    }

    /// <summary>Turns unit coordinates into a point.</summary>
    public static void FromUnit(this SamplerContext context, ReadOnlySpan<double> unit, double[] vector)
    {
        for (int i = 0; i < vector.Length; i++)
        {
            if (!context.TrySettle(vector, i))
            {
                vector[i] = context.Geometry.Dimensions[i].FromUnit(unit[i]);
            }
        }
    }

    /// <summary>Gets the middle of the space: every parameter at the median of its law.</summary>
    public static double[] Middle(this SamplerContext context)
    {
        double[] vector = new double[context.Geometry.Count];
        double[] unit = new double[vector.Length];
        Array.Fill(unit, 0.5);
        context.FromUnit(unit, vector);
        return vector;
    }

    /// <summary>Writes the fixed values into a point that was made without them.</summary>
    public static void WriteFixed(this SamplerContext context, double[] vector)
    {
        if (!context.Fixed.IsEmpty)
        {
            context.Complete(vector, context.Stream("woken"));
        }
    }

    /// <summary>Settles every parameter of a point, and draws those that exist now and did not before.</summary>
    public static void Complete(this SamplerContext context, double[] vector, SeedStream stream)
    {
        for (int i = 0; i < vector.Length; i++)
        {
            if (!context.TrySettle(vector, i) && double.IsNaN(vector[i]))
            {
                vector[i] = context.Geometry.Dimensions[i].FromUnit(stream.NextDouble());
            }
        }
    }
}
