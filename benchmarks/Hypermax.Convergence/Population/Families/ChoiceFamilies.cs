using Hypermax.Convergence.Population.Landscapes;
using Hypermax.Convergence.Problems;

namespace Hypermax.Convergence.Population.Families;

/// <summary>Choices, tables and scales.</summary>
internal static class ChoiceFamilies
{
    public static IEnumerable<Family> All()
    {
        yield return new("pairs", Split.Train, "choices with effects of their own and in pairs", Pairs);
        yield return new("orders", Split.Validate, "choices of 2 to 60 values in a hidden order, beside numbers", Orders);
        yield return new("nk", Split.Test, "tables of choices that interact with two or three others", Interactions);
    }

    private static Problem Pairs(Draws draws)
    {
        int count = draws.Whole(4, 10);
        int[] sizes = [.. Enumerable.Range(0, count).Select(_ => draws.Whole(2, 8))];
        Coordinates space = Choices(draws, sizes);
        double[][] effects = [.. sizes.Select(draws.Normals)];
        (int I, int J, double[] Table)[] pairs =
        [
            .. Enumerable.Range(0, count).Select(_ => draws.Some(2, count)).Select(two => (two[0], two[1], draws.Normals(sizes[two[0]] * sizes[two[1]]))),
        ];
        double strength = draws.Uniform(0.2, 1);
        return Composition.Searched(
            space.Space,
            x => effects.Select((own, i) => own[(int)x[i]]).Sum()
                + (strength * pairs.Sum(pair => pair.Table[((int)x[pair.I] * sizes[pair.J]) + (int)x[pair.J]])),
            20_000);
    }

    private static Problem Orders(Draws draws)
    {
        int choices = draws.Whole(1, 3);
        int numbers = draws.Whole(1, 5);
        Parameter[] parameters =
        [
            .. Enumerable.Range(0, choices).Select(i => Forms.Choice("c" + i, (int)draws.LogUniform(2, 61))),
            .. Enumerable.Range(0, numbers).Select(i => ParameterDraws.Any(draws, "p" + i, 0.3, 0)),
        ];
        Coordinates space = new("orders", parameters, draws);
        double[] weights = [.. parameters.Select(_ => draws.LogUniform(0.1, 1))];
        Well[] wells = [.. parameters.Select(_ => Well.Draw(draws, draws.Chance(0.5)))];
        Additive function = new(draws, space.Plant(draws, 0.1), weights, wells, draws.Whole(0, parameters.Length));
        return Composition.Known(draws, space, function.At);
    }

    private static Problem Interactions(Draws draws)
    {
        int count = draws.Whole(5, 14);
        int neighbours = draws.Whole(2, 3);
        int size = draws.Whole(2, 4);
        Coordinates space = Choices(draws, [.. Enumerable.Repeat(size, count)]);
        int[][] linked = [.. Enumerable.Range(0, count).Select(i => draws.Order(count).Where(j => j != i).Take(neighbours).Prepend(i).ToArray())];
        double[][] tables = [.. linked.Select(own => draws.Uniforms((int)Math.Pow(size, own.Length)))];
        return Composition.Searched(
            space.Space, x => linked.Select((own, i) => tables[i][own.Aggregate(0, (code, j) => (code * size) + (int)x[j])]).Average(), 30_000);
    }

    private static Coordinates Choices(Draws draws, int[] sizes) => new("choices", [.. sizes.Select((size, i) => Forms.Choice("c" + i, size))], draws);
}
