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
}
