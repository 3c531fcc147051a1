using Hypermax.Numerics;

namespace Hypermax.Sampling;

/// <summary>Values that people fixed, written into points.</summary>
internal static class FixedValues
{
    /// <summary>Draws a point from the laws of the space with the fixed values in it.</summary>
    public static void Sample(SamplerContext context, SeedStream stream, double[] vector)
    {
        for (int i = 0; i < vector.Length; i++)
        {
            vector[i] = !context.Space.IsActive(i, vector) ? double.NaN
                : Of(context, i) is var value && !double.IsNaN(value) ? value
                : context.Geometry.Dimensions[i].FromUnit(stream.NextDouble());
        }
    }

    /// <summary>Turns unit coordinates into a point with the fixed values in it.</summary>
    public static void FromUnit(SamplerContext context, ReadOnlySpan<double> unit, double[] vector)
    {
        for (int i = 0; i < vector.Length; i++)
        {
            vector[i] = !context.Space.IsActive(i, vector) ? double.NaN
                : Of(context, i) is var value && !double.IsNaN(value) ? value
                : context.Geometry.Dimensions[i].FromUnit(unit[i]);
        }
    }

    /// <summary>Gets the fixed value of a parameter, or NaN when it is free.</summary>
    public static double Of(SamplerContext context, int parameter) => context.Fixed is null ? double.NaN : context.Fixed[parameter];

    /// <summary>Writes the fixed values into a point, and settles what that wakes up or puts to sleep.</summary>
    public static void Apply(SamplerContext context, double[] vector)
    {
        SeedStream? stream = null;
        for (int i = 0; context.Fixed is not null && i < vector.Length; i++)
        {
            if (!context.Space.IsActive(i, vector))
            {
                vector[i] = double.NaN;
            }
            else if (Of(context, i) is var value && !double.IsNaN(value))
            {
                vector[i] = value;
            }
            else if (double.IsNaN(vector[i]))
            {
                // Fixing a parent woke this one up without the sampler knowing: draw from its law.
                stream ??= context.Stream("woken");
                vector[i] = context.Geometry.Dimensions[i].FromUnit(stream.NextDouble());
            }
        }
    }
}
