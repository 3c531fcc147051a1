using Hypermax.Numerics;

namespace Hypermax.Sampling.Tpe;

/// <summary>A normal kernel on the unit interval, cut at its ends; on a grid, the same shape over the grid's values.</summary>
/// <remarks>Densities are relative to the law of the space, which is uniform on the unit interval.</remarks>
internal static class UnitKernel
{
    private static readonly double RootTwoPi = Math.Sqrt(2 * Math.PI);

    /// <summary>Gets the logarithm of ∫ exp(−(u − place)²/2width²) du over the unit interval, or of the sum over a grid's cells.</summary>
    public static double LogNormaliser(TpeDimension dimension, double place, double width) =>
        dimension.IsGrid ? Math.Log(GridMass(dimension, place, width)) : Math.Log(width * RootTwoPi * Mass(place, width));

    /// <summary>Draws from a kernel.</summary>
    /// <returns>A value of the parameter.</returns>
    public static double Draw(TpeDimension dimension, double place, double width, SeedStream stream)
    {
        double unit = stream.NextOpen();
        return dimension.IsGrid
            ? dimension.Source.LevelValue(DrawLevel(dimension, place, width, unit))
            : dimension.Source.FromUnit(DrawPlace(place, width, unit));
    }

    /// <summary>Gets the place with a share of the kernel's mass below it.</summary>
    public static double DrawPlace(double place, double width, double share)
    {
        // Beyond eight deviations the cut takes away less than a double can tell.
        double low = place > 8 * width ? 0 : NormalDistribution.Cdf(-place / width);
        double high = 1 - place > 8 * width ? 1 : NormalDistribution.Cdf((1 - place) / width);
        double p = Math.Clamp(low + (share * (high - low)), 1e-16, 1 - 1e-16);
        return Math.Clamp(place + (width * NormalDistribution.Quantile(p)), 0, 1);
    }

    private static double Mass(double place, double width) =>
        (place > 7 * width ? 1 : NormalDistribution.Cdf(place / width)) - (1 - place > 7 * width ? 0 : NormalDistribution.Cdf((place - 1) / width));

    private static double GridMass(TpeDimension dimension, double place, double width)
    {
        double mass = 0;
        for (int level = 0; level < dimension.Centres!.Length; level++)
        {
            mass += LevelMass(dimension, level, place, width);
        }

        return Math.Max(mass, 1e-300);
    }

    private static int DrawLevel(TpeDimension dimension, double place, double width, double share)
    {
        double rest = share * GridMass(dimension, place, width);
        int last = 0;
        for (int level = 0; level < dimension.Centres!.Length; level++)
        {
            double mass = LevelMass(dimension, level, place, width);
            if (mass > 0)
            {
                last = level;
                rest -= mass;
                if (rest < 0)
                {
                    break;
                }
            }
        }

        return last;
    }

    private static double LevelMass(TpeDimension dimension, int level, double place, double width)
    {
        double z = (dimension.Centres![level] - place) / width;
        return Math.Abs(z) > 8 ? 0 : dimension.Widths![level] * Math.Exp(-0.5 * z * z);
    }
}
