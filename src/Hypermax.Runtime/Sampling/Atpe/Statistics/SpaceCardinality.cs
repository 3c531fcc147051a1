using Hypermax.Spaces;

namespace Hypermax.Sampling.Atpe.Statistics;

/// <summary>How many points a space has when every number counts as at most twenty values.</summary>
/// <remarks>Branches add, parameters that exist together multiply. Hypermax counted branches of different sizes up to a hundred times too high.</remarks>
internal static class SpaceCardinality
{
    private const int MostLevels = 20;

    /// <summary>Gets the logarithm to the base of ten; 308 for all spaces above 1e308.</summary>
    public static double Log10(SpaceGeometry geometry)
    {
        double[] counts = [.. geometry.Dimensions.Select(Levels)];
        PointEnumeration points = new(geometry.Space, counts, (parameter, level) => Value(geometry.Dimensions[parameter], level));
        return Math.Log10(Math.Min(points.Count, 1e308));
    }

    private static double Levels(Dimension dimension) =>
        dimension.IsContinuous ? MostLevels : dimension.IsCategorical ? dimension.LevelCount : Math.Min(dimension.LevelCount, MostLevels);

    private static double Value(Dimension dimension, int level) => dimension.IsCategorical || dimension.LevelCount is > 0 and <= MostLevels
        ? dimension.LevelValue(level)
        : dimension.FromUnit((level + 0.5) / MostLevels);
}
