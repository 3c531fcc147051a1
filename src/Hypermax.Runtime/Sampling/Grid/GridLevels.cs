using Hypermax.Spaces;

namespace Hypermax.Sampling.Grid;

/// <summary>The values that a grid gives each parameter.</summary>
internal sealed class GridLevels
{
    private readonly double[]?[] _values;

    /// <summary>Lays out the levels of a space.</summary>
    /// <exception cref="ArgumentException">A continuous parameter has no levels, or levels are given for a parameter that is none.</exception>
    public GridLevels(SpaceGeometry geometry, GridOptions options, FixedValues fixedValues)
    {
        foreach (string name in options.Levels.Keys)
        {
            if (geometry.Space.IndexOf(name) < 0)
            {
                throw new ArgumentException(
                    $"A grid gives levels for '{name}', which is no parameter of space '{geometry.Space.Name}'; "
                    + $"its parameters are {string.Join(", ", geometry.Space.Parameters.Select(parameter => parameter.Name))}. Use one of these.");
            }
        }

        Geometry = geometry;
        _values = new double[]?[geometry.Count];
        Counts = new double[geometry.Count];
        for (int i = 0; i < geometry.Count; i++)
        {
            _values[i] = fixedValues[i] is double value ? [value] : Listed(geometry.Dimensions[i], options);
            Counts[i] = _values[i]?.Length ?? geometry.Dimensions[i].LevelCount;
        }
    }

    public SpaceGeometry Geometry { get; }

    public double[] Counts { get; }

    public double Value(int parameter, int level) => _values[parameter]?[level] ?? Geometry.Dimensions[parameter].LevelValue(level);

    // Null where the parameter's own values are the levels.
    private static double[]? Listed(Dimension dimension, GridOptions options)
    {
        Parameter parameter = dimension.Parameter;
        bool isEndless = dimension.LevelCount is 0 or int.MaxValue;
        int? wanted = options.Levels.TryGetValue(parameter.Name, out int given) ? given : isEndless ? options.ContinuousLevels : null;
        if (wanted is not { } count)
        {
            return !isEndless ? null : throw new ArgumentException(
                $"Parameter '{parameter.Name}' is {(dimension.LevelCount == 0 ? "continuous" : "a grid without end")} and has no levels; "
                + $"a grid needs a finite number of values for each parameter. Give it a step, set GridOptions.Levels[\"{parameter.Name}\"], "
                + "or choose another method such as 'sobol'.");
        }

        return !isEndless && count >= dimension.LevelCount
            ? null
            : [.. Enumerable.Range(0, count).Select(level => dimension.FromUnit(Place(parameter, level, count))).Distinct()];
    }

    // Finite bounds are levels themselves; a law without bounds has levels in the middle of equal shares.
    private static double Place(Parameter parameter, int level, int count) =>
        parameter is NumericParameter numeric && double.IsFinite(numeric.Low) && double.IsFinite(numeric.High) && count > 1
            ? (double)level / (count - 1)
            : (level + 0.5) / count;
}
