using Hypermax.Spaces;

namespace Hypermax.Convergence.Population;

/// <summary>A space, and how its points become coordinates from 0 to 1 that functions are written in.</summary>
/// <remarks>A number stands at its place under its law, so that a log scale is a line; a choice at a place that has nothing to do with its index.</remarks>
internal sealed class Coordinates
{
    private readonly SpaceGeometry _geometry;
    private readonly double[]?[] _places;

    public Coordinates(string name, IEnumerable<Parameter> parameters, Draws draws)
    {
        Space = new SearchSpace(name, parameters);
        _geometry = new SpaceGeometry(Space);
        _places = [.. _geometry.Dimensions.Select(dimension => dimension.IsCategorical ? Places(dimension.LevelCount, draws) : null)];
    }

    public SearchSpace Space { get; }

    public int Count => _geometry.Count;

    /// <summary>Gets the coordinates of a point; NaN where a parameter is inactive.</summary>
    public double[] Read(double[] vector)
    {
        double[] place = new double[vector.Length];
        for (int i = 0; i < vector.Length; i++)
        {
            place[i] = double.IsNaN(vector[i]) ? double.NaN : _places[i] is { } places ? places[(int)vector[i]] : _geometry.Dimensions[i].ToUnit(vector[i]);
        }

        return place;
    }

    /// <summary>Draws where an optimum is to be: a value each parameter can have, away from the ends by a margin where there is room.</summary>
    public double[] Plant(Draws draws, double margin) =>
        [.. Enumerable.Range(0, Count).Select(i => Nearest(i, draws.Uniform(margin, 1 - margin)))];

    /// <summary>Gets the place of the value of a parameter that owns a place.</summary>
    public double Nearest(int parameter, double place)
    {
        Dimension dimension = _geometry.Dimensions[parameter];
        double value = dimension.FromUnit(place);
        return _places[parameter] is { } places ? places[(int)value] : dimension.ToUnit(value);
    }

    private static double[] Places(int count, Draws draws) => [.. draws.Order(count).Select(k => (k + 0.5) / count)];
}
