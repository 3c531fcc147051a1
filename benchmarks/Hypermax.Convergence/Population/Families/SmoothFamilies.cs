using Hypermax.Convergence.Population.Landscapes;
using Hypermax.Convergence.Problems;

namespace Hypermax.Convergence.Population.Families;

/// <summary>Functions of numbers without noise.</summary>
internal static class SmoothFamilies
{
    public static IEnumerable<Family> All()
    {
        yield return new("additive", Split.Train, "main effects with wells, some pairs", Additive);
        yield return new("rotated", Split.Train, "classical functions turned and badly conditioned", Rotated);
        yield return new("gaussian", Split.Train, "draws of Gaussian processes, lengthscales over two decades", Gaussian);
        yield return new("tanh", Split.Train, "random networks of the parameters", Tanh);
        yield return new("ripples", Split.Train, "many wells, whole numbers among the parameters", Ripples);
        yield return new("trees", Split.Validate, "plateaus and steps of a forest", Trees);
        yield return new("shifted", Split.Validate, "classical functions of other shapes, whole numbers among them", Shifted);
        yield return new("edges", Split.Validate, "the optimum lies on the bounds", Edges);
        yield return new("waves", Split.Test, "many wells, turned, with whole numbers and steps", Waves);
        yield return new("terraces", Split.Test, "a smooth function rounded to terraces", Terraces);
    }

    private static Problem Additive(Draws draws)
    {
        int count = draws.Whole(2, 14);
        Coordinates space = ParameterDraws.Space(draws, count, wholes: 0.2, choices: 0.1);
        double[] weights = [.. Enumerable.Range(0, count).Select(_ => draws.LogUniform(0.03, 1))];
        Well[] wells = [.. Enumerable.Range(0, count).Select(_ => Well.Draw(draws))];
        Additive function = new(draws, space.Plant(draws, 0.08), weights, wells, draws.Whole(0, count));
        return Composition.Known(draws, space, function.At);
    }

    private static Problem Rotated(Draws draws)
    {
        int count = draws.Whole(2, 12);
        Coordinates space = ParameterDraws.Space(draws, count);
        double[] centre = space.Plant(draws, 0.1);
        Rotation rotation = new(draws, count, draws.Chance(0.3) ? 0 : draws.Whole(0, count));
        Func<double[], double> function = Composition.AnyClassical(draws);
        return Composition.Known(draws, space, place => function(rotation.Apply(place, centre)));
    }

    private static Problem Gaussian(Draws draws)
    {
        int count = draws.Whole(1, 8);
        Coordinates space = ParameterDraws.Space(draws, count, wholes: 0.15, choices: 0.1);
        double longer = Math.Sqrt(count / 2.0);
        FourierField field = new(draws, [.. Enumerable.Range(0, count).Select(_ => longer * draws.LogUniform(0.1, 10))]);
        return Composition.Unknown(draws, space, field.At);
    }

    private static Problem Tanh(Draws draws)
    {
        int count = draws.Whole(2, 10);
        Coordinates space = ParameterDraws.Space(draws, count, wholes: 0.2);
        TanhNetwork network = new(draws, count, draws.LogUniform(0.7, 3));
        return Composition.Unknown(draws, space, network.At);
    }

    private static Problem Ripples(Draws draws)
    {
        int count = draws.Whole(3, 10);
        Coordinates space = ParameterDraws.Space(draws, count, wholes: 0.5);
        double[] weights = [.. Enumerable.Range(0, count).Select(_ => draws.LogUniform(0.2, 1))];
        Well[] wells = [.. Enumerable.Range(0, count).Select(_ => Well.Rippled(draws, 0.05, 0.8))];
        Additive function = new(draws, space.Plant(draws, 0.1), weights, wells, draws.Whole(0, 3));
        return Composition.Known(draws, space, function.At);
    }

    private static Problem Trees(Draws draws)
    {
        int count = draws.Whole(2, 14);
        Coordinates space = ParameterDraws.Space(draws, count, wholes: 0.3, choices: 0.2);
        TreeSum trees = new(draws, count, draws.Whole(8, 30), 5);
        return Composition.Unknown(draws, space, trees.At, 20_000);
    }

    private static Problem Shifted(Draws draws)
    {
        int count = draws.Whole(2, 12);
        Coordinates space = ParameterDraws.Space(draws, count, wholes: 0.3);
        double[] centre = space.Plant(draws, 0.1);
        Func<double[], double> function = draws.Pick<Func<double[], double>>(Classical.Griewank, Classical.Levy, Classical.Powers, Classical.Levy);
        return Composition.Known(draws, space, place => function(Composition.From(centre, place)));
    }

    private static Problem Edges(Draws draws)
    {
        int count = draws.Whole(2, 10);
        Coordinates space = ParameterDraws.Space(draws, count, wholes: 0.2);
        double[] centre = [.. space.Plant(draws, 0.1).Select((place, i) => draws.Chance(0.6) ? space.Nearest(i, draws.Pick(0.0, 1.0)) : place)];
        double[] slopes = draws.Uniforms(count, 0.2, 1);
        double curve = draws.Uniform(0, 1);
        Additive rest = new(draws, centre, [.. slopes.Select(s => s * curve)], [.. slopes.Select(_ => Well.Draw(draws, smooth: true))], draws.Whole(0, 3));
        return Composition.Known(draws, space, place => rest.At(place) + place.Select((u, i) => slopes[i] * Math.Abs(u - centre[i])).Sum());
    }

    private static Problem Waves(Draws draws)
    {
        int count = draws.Whole(3, 9);
        Coordinates space = ParameterDraws.Space(draws, count, wholes: 0.4);
        double[] centre = space.Plant(draws, 0.1);
        Rotation rotation = new(draws, count, draws.Pick(0, 2, count));
        double depth = draws.Uniform(0.1, 0.6);
        double lean = draws.LogUniform(0.3, 3);
        return Composition.Known(draws, space, place =>
        {
            double[] z = rotation.Apply(place, centre);
            return z.Select((v, i) => (lean * v * v * (1 + (i % 3))) + (depth * (1 - Math.Cos(2 * Math.PI * v * (2 + i % 4))))).Sum();
        });
    }

    private static Problem Terraces(Draws draws)
    {
        int count = draws.Whole(2, 10);
        Coordinates space = ParameterDraws.Space(draws, count, wholes: 0.2, choices: 0.1);
        double[] weights = [.. Enumerable.Range(0, count).Select(_ => draws.LogUniform(0.1, 1))];
        Additive function = new(draws, space.Plant(draws, 0.1), weights, [.. weights.Select(_ => Well.Draw(draws, draws.Chance(0.5)))], draws.Whole(0, count));
        double height = Composition.Typical(space, function.At).Middle / draws.LogUniform(20, 300);
        return Composition.Known(draws, space, place => height * Math.Floor(function.At(place) / height));
    }
}
