using Hypermax.Numerics;
using Hypermax.Spaces;

namespace Hypermax.Sampling.Anneal;

/// <summary>One draw around a value: uniform, normal, or staying with a choice, after the parameter's law.</summary>
internal static class AnnealStep
{
    /// <summary>Draws a value.</summary>
    /// <param name="dimension">The parameter.</param>
    /// <param name="start">The value to draw around.</param>
    /// <param name="width">The width of the neighbourhood as a part of the law's, from 0 to 1.</param>
    /// <param name="stream">Where the draws come from.</param>
    public static double Draw(Dimension dimension, double start, double width, SeedStream stream)
    {
        if (dimension.IsCategorical)
        {
            return stream.NextDouble() < width ? dimension.FromUnit(stream.NextDouble()) : start;
        }

        if (dimension.Parameter is NumericParameter { Law: Law.Normal or Law.LogNormal } numeric)
        {
            bool isLog = numeric.Law == Law.LogNormal;
            double centre = isLog ? Math.Log(Math.Max(start, 1e-16)) : start;
            double drawn = centre + (numeric.Deviation * width * stream.NextNormal());
            return numeric.Snap(isLog ? Math.Exp(drawn) : drawn);
        }

        double middle = Math.Clamp(dimension.ToUnit(start), width / 2, 1 - (width / 2));
        return dimension.FromUnit(middle + (width * (stream.NextDouble() - 0.5)));
    }
}
