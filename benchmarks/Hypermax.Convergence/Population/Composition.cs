using Hypermax.Convergence.Population.Landscapes;
using Hypermax.Convergence.Problems;
using Hypermax.Numerics;
using Hypermax.Spaces;

namespace Hypermax.Convergence.Population;

/// <summary>Makes problems of spaces and functions of coordinates.</summary>
internal static class Composition
{
    private const int TypicalDraws = 300;

    /// <summary>Makes a problem of a function that is 0 at its known optimum and above 0 elsewhere, and gives it a drawn shape outside.</summary>
    public static Problem Known(Draws draws, Coordinates space, Func<double[], double> function)
    {
        OutputShape shape = OutputShape.Draw(draws, Typical(space, function).Middle);
        return new Problem(string.Empty, string.Empty, space.Space, vector => shape.Apply(function(space.Read(vector))), shape.Apply(0));
    }

    /// <summary>Makes a problem of a function whose minimum must be searched for.</summary>
    public static Problem Unknown(Draws draws, Coordinates space, Func<double[], double> function, int evaluations = 12_000)
    {
        double scale = draws.LogUniform(1e-2, 1e2);
        double offset = draws.Uniform(-10, 10);
        return Searched(space.Space, vector => offset + (scale * function(space.Read(vector))), evaluations);
    }

    /// <summary>Makes a problem of a loss of vectors whose minimum must be searched for.</summary>
    public static Problem Searched(SearchSpace space, Func<double[], double> loss, int evaluations) =>
        new(string.Empty, string.Empty, space, loss, MinimumSearch.Of(space, loss, evaluations));

    /// <summary>Gets the median of the values of random points, and half the distance between their quartiles.</summary>
    public static (double Middle, double Spread) Typical(Coordinates space, Func<double[], double> function) =>
        Typical(space.Space, vector => function(space.Read(vector)));

    /// <summary>Gets the same of a function of vectors.</summary>
    public static (double Middle, double Spread) Typical(SearchSpace space, Func<double[], double> loss)
    {
        SpaceGeometry geometry = new(space);
        SeedStream stream = new(3, 0, "population/typical");
        double[] values = [.. Enumerable.Range(0, TypicalDraws).Select(_ => loss(geometry.Sample(stream))).Order()];
        return (values[TypicalDraws / 2], (values[TypicalDraws * 3 / 4] - values[TypicalDraws / 4]) / 2);
    }

    /// <summary>Gets the displacements of a point from a place.</summary>
    public static double[] From(double[] centre, double[] place)
    {
        double[] z = new double[place.Length];
        for (int i = 0; i < z.Length; i++)
        {
            z[i] = place[i] - centre[i];
        }

        return z;
    }

    /// <summary>Draws a function of displacements of one of the classical kinds.</summary>
    public static Func<double[], double> AnyClassical(Draws draws)
    {
        double condition = draws.LogUniform(1, 1e4);
        double depth = draws.Uniform(0.05, 0.6);
        return draws.Whole(0, 5) switch
        {
            0 => Classical.Rosenbrock,
            1 => z => Classical.Rastrigin(z, depth),
            2 => Classical.Ackley,
            3 => Classical.Ridge,
            _ => z => Classical.Ellipsoid(z, condition),
        };
    }
}
