using Hypermax.Convergence.Population.Landscapes;
using Hypermax.Convergence.Problems;

namespace Hypermax.Convergence.Population.Families;

/// <summary>Spaces whose parameters exist in some branches only.</summary>
internal static class BranchFamilies
{
    public static IEnumerable<Family> All()
    {
        yield return new(
            "branches", Split.Train, "two to four branches of different size and function", draws => Flat(draws, draws.Whole(2, 4), narrow: draws.Chance(0.3)));
        yield return new("layers", Split.Train, "choices that bring switches of their own, coordinates shared below each choice", Layers);
        yield return new("pipelines", Split.Validate, "steps of a pipeline with a method each, one branch best in a narrow place", Pipelines);
        yield return new("narrow", Split.Test, "the narrow best of five to seven branches", draws => Flat(draws, draws.Whole(5, 7), narrow: true));
        yield return new("nested", Split.Test, "choices within choices", Nested);
    }

    private static Problem Flat(Draws draws, int branches, bool narrow)
    {
        List<Parameter> parameters = [Forms.Choice("method", branches)];
        int shared = draws.Whole(0, 2);
        parameters.AddRange(Enumerable.Range(0, shared).Select(i => ParameterDraws.Any(draws, "shared" + i, 0.2, 0.2)));
        Leaf[] leaves = [.. draws.Order(branches).Select((rank, b) => Leaf.Grow(draws, parameters, "m" + b, Forms.Is(0, b), rank, narrow))];
        Coordinates space = new("branches", parameters, draws);
        double[] centre = space.Plant(draws, 0.12);
        double[] weights = draws.Uniforms(shared, 0.05, 0.5);
        foreach (Leaf leaf in leaves)
        {
            leaf.Plant(draws, space);
        }

        return Raw(draws, space, vector =>
        {
            double[] place = space.Read(vector);
            double sum = leaves[(int)vector[0]].At(place);
            for (int i = 0; i < shared; i++)
            {
                sum += weights[i] * (place[1 + i] - centre[1 + i]) * (place[1 + i] - centre[1 + i]);
            }

            return sum;
        });
    }

    private static Problem Pipelines(Draws draws)
    {
        int steps = draws.Whole(2, 3);
        List<Parameter> parameters = [];
        (int Choice, Leaf[] Leaves)[] all = [.. Enumerable.Range(0, steps).Select(s =>
        {
            int choice = parameters.Count;
            int branches = draws.Whole(2, 5);
            parameters.Add(Forms.Choice("step" + s, branches));
            return (
                choice, draws.Order(branches).Select((rank, b) => Leaf.Grow(draws, parameters, $"step{s}.m{b}", Forms.Is(choice, b), rank, s == 0)).ToArray());
        })];
        Coordinates space = new("pipelines", parameters, draws);
        double[] weights = draws.Uniforms(steps, 0.2, 1);
        foreach (Leaf leaf in all.SelectMany(step => step.Leaves))
        {
            leaf.Plant(draws, space);
        }

        return Raw(draws, space, vector =>
        {
            double[] place = space.Read(vector);
            double sum = 0;
            for (int s = 0; s < steps; s++)
            {
                sum += weights[s] * all[s].Leaves[(int)vector[all[s].Choice]].At(place);
            }

            return sum;
        });
    }

    // A method has parameters of its own, a switch, and more parameters where the switch is on.
    private static Problem Layers(Draws draws)
    {
        int methods = draws.Whole(2, 5);
        List<Parameter> parameters = [Forms.Choice("method", methods)];
        int[] ranks = draws.Order(methods);
        (int First, int Count, int Switch, double Least)[] blocks = [.. Enumerable.Range(0, methods).Select(m =>
        {
            Condition here = Forms.Is(0, m);
            int first = parameters.Count;
            int count = draws.Whole(1, 4);
            parameters.AddRange(Enumerable.Range(0, count).Select(i => ParameterDraws.Any(draws, $"m{m}.p{i}", 0.2, 0.1, here)));
            int on = parameters.Count;
            parameters.Add(Forms.Choice($"m{m}.more", 2, here));
            parameters.AddRange(Enumerable.Range(0, draws.Whole(1, 3)).Select(i => ParameterDraws.Any(draws, $"m{m}.more.p{i}", 0.2, 0.1, Forms.Is(on, 1))));
            return (first, count, on, ranks[m] == 0 ? 0 : draws.Uniform(0.02, 0.3));
        })];
        Coordinates space = new("layers", parameters, draws);
        double[] centre = space.Plant(draws, 0.12);
        Func<double[], double>[] own = [.. blocks.Select(_ => Composition.AnyClassical(draws))];
        double[] bonus = draws.Uniforms(methods, 0.05, 0.6);
        return Raw(draws, space, vector =>
        {
            (int first, int count, int on, double least) = blocks[(int)vector[0]];
            double[] z = Composition.From(centre, space.Read(vector));
            int end = (int)vector[0] + 1 < methods ? blocks[(int)vector[0] + 1].First : z.Length;
            double sum = least + own[(int)vector[0]](z[first..(first + count)]);
            return vector[on] == 1 ? sum + z[(on + 1)..end].Sum(v => v * v) : sum + bonus[(int)vector[0]];
        });
    }

    private static Problem Nested(Draws draws)
    {
        List<Parameter> parameters = [Forms.Choice("kind", 2)];
        List<(int Choice, int Value, Leaf Leaf)> leaves = [];
        int[] ranks = draws.Order(6);
        for (int side = 0, k = 0; side < 2; side++)
        {
            int inner = parameters.Count;
            parameters.Add(Forms.Choice("kind" + side, 3, Forms.Is(0, side)));
            for (int leaf = 0; leaf < 3; leaf++, k++)
            {
                leaves.Add((inner, leaf, Leaf.Grow(draws, parameters, $"kind{side}.m{leaf}", Forms.Is(inner, leaf), ranks[k], draws.Chance(0.5))));
            }
        }

        Coordinates space = new("nested", parameters, draws);
        leaves.ForEach(item => item.Leaf.Plant(draws, space));
        return Raw(draws, space, vector => leaves.First(item => vector[item.Choice] == item.Value).Leaf.At(space.Read(vector)));
    }

    private static Problem Raw(Draws draws, Coordinates space, Func<double[], double> function)
    {
        OutputShape shape = OutputShape.Draw(draws, Composition.Typical(space.Space, function).Middle);
        return new Problem(string.Empty, string.Empty, space.Space, vector => shape.Apply(function(vector)), shape.Apply(0));
    }
}
