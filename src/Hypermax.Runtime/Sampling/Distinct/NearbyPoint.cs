using Hypermax.Numerics;
using Hypermax.Spaces;

namespace Hypermax.Sampling.Distinct;

/// <summary>Draws a point near another: its continuous coordinates move, except those that people fixed.</summary>
internal static class NearbyPoint
{
    /// <summary>Draws a point.</summary>
    /// <param name="context">Knows the space and what is fixed.</param>
    /// <param name="point">The other point.</param>
    /// <param name="width">How far coordinates move, as the deviation of a part of their laws.</param>
    /// <param name="stream">The source of chance.</param>
    /// <param name="vector">Takes the point.</param>
    public static void Draw(SamplerContext context, ReadOnlySpan<double> point, double width, SeedStream stream, Span<double> vector)
    {
        point.CopyTo(vector);
        for (int i = 0; i < vector.Length; i++)
        {
            Dimension dimension = context.Geometry.Dimensions[i];
            if (dimension.IsContinuous && !double.IsNaN(vector[i]) && context.Fixed[i] is null)
            {
                // A step over an end of the interval is reflected.
                double unit = Math.Abs(dimension.ToUnit(vector[i]) + (width * stream.NextNormal()));
                vector[i] = dimension.FromUnit(Math.Clamp(unit > 1 ? 2 - unit : unit, 0, 1));
            }
        }
    }
}
