using Hypermax.Convergence.Population.Landscapes;
using Hypermax.Convergence.Problems;

namespace Hypermax.Convergence.Population.Families;

/// <summary>Many parameters of which few matter.</summary>
internal static class SparseFamilies
{
    public static IEnumerable<Family> All()
    {
        yield return new("sparse", Split.Train, "three to six of 15 to 40 matter, the others a little", Sparse);
        yield return new("swarm", Split.Train, "two or three groups of 20 to 55 matter, each by a hole that saturates", Swarm);
        yield return new("embedded", Split.Validate, "a function of few lines through 10 to 40 parameters", Embedded);
        yield return new("crowd", Split.Test, "four or five of 25 to 60 matter, with wells, whole numbers and choices", Crowd);
        yield return new("many", Split.Test, "all of 20 to 50 matter", Many);
    }

    private static Problem Sparse(Draws draws)
    {
        int count = draws.Whole(15, 40);
        Coordinates space = ParameterDraws.Space(draws, count, wholes: 0.15);
        double[] centre = space.Plant(draws, 0.1);
        int[] chosen = draws.Some(draws.Whole(3, 6), count);
        Func<double[], double> function = draws.Chance(0.4)
            ? Composition.AnyClassical(draws)
            : new Additive(
                draws, new double[chosen.Length], draws.Uniforms(chosen.Length, 0.2, 1), [.. chosen.Select(_ => Well.Draw(draws))], draws.Whole(0, 4)).At;
        double rest = draws.Chance(0.5) ? 0 : draws.LogUniform(1e-3, 0.02);
        return Composition.Known(draws, space, place =>
        {
            double[] z = Composition.From(centre, place);
            return function([.. chosen.Select(i => z[i])]) + (rest * z.Sum(v => v * v));
        });
    }

    // Holes that are flat outside: a search sees nothing of a group before it is near its place in all of its parameters.
    private static Problem Swarm(Draws draws)
    {
        int count = draws.Whole(20, 55);
        Coordinates space = ParameterDraws.Space(draws, count, wholes: 0.25, choices: 0.2);
        double[] centre = space.Plant(draws, 0.1);
        int[] order = draws.Order(count);
        int groups = draws.Whole(2, 3);
        int each = draws.Whole(1, 2);
        (double Height, double Width, double Slope)[] holes =
            [.. Enumerable.Range(0, groups).Select(_ => (draws.LogUniform(0.3, 1), draws.Uniform(0.15, 0.4), draws.Uniform(0, 0.5)))];
        return Composition.Known(draws, space, place =>
        {
            double sum = 0;
            for (int g = 0; g < groups; g++)
            {
                double squares = order.Skip(g * each).Take(each).Sum(i => (place[i] - centre[i]) * (place[i] - centre[i]));
                sum += holes[g].Height * (1 - Math.Exp(-0.5 * squares / (holes[g].Width * holes[g].Width)) + (holes[g].Slope * squares));
            }

            return sum;
        });
    }

    private static Problem Embedded(Draws draws)
    {
        int count = draws.Whole(10, 40);
        Coordinates space = ParameterDraws.Space(draws, count);
        double[] centre = space.Plant(draws, 0.2);
        int few = draws.Whole(2, 4);
        double[][] lines =
        [
            .. Enumerable.Range(0, few).Select(_ => draws.Normals(count).Select(v => draws.Chance(0.6) ? 0 : v * 1.5 / Math.Sqrt(count * 0.4)).ToArray()),
        ];
        Func<double[], double> function = Composition.AnyClassical(draws);
        return Composition.Known(draws, space, place =>
        {
            double[] z = Composition.From(centre, place);
            return function([.. lines.Select(line => line.Zip(z, (a, b) => a * b).Sum())]);
        });
    }

    private static Problem Crowd(Draws draws)
    {
        int count = draws.Whole(25, 60);
        Coordinates space = ParameterDraws.Space(draws, count, wholes: 0.2, choices: 0.15);
        double[] weights = new double[count];
        foreach (int i in draws.Some(draws.Whole(4, 5), count))
        {
            weights[i] = draws.LogUniform(0.3, 1);
        }

        Additive function = new(draws, space.Plant(draws, 0.1), weights, [.. weights.Select(_ => Well.Draw(draws))], draws.Whole(0, 3));
        return Composition.Known(draws, space, function.At);
    }

    private static Problem Many(Draws draws)
    {
        int count = draws.Whole(20, 50);
        Coordinates space = ParameterDraws.Space(draws, count, wholes: 0.2);
        double[] weights = [.. Enumerable.Range(0, count).Select(_ => draws.LogUniform(0.1, 1))];
        Additive function = new(
            draws, space.Plant(draws, 0.1), weights, [.. weights.Select(_ => Well.Draw(draws, draws.Chance(0.5)))], draws.Whole(0, count / 2));
        return Composition.Known(draws, space, function.At);
    }
}
