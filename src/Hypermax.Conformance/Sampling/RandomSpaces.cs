using Hypermax.Numerics;

namespace Hypermax.Conformance;

/// <summary>Spaces made from a seed: any mix of kinds, laws, scales, steps and conditions.</summary>
public static class RandomSpaces
{
    /// <summary>Makes the space of a seed: one to eight parameters, and conditions between them.</summary>
    /// <param name="seed">Any number; the same one makes the same space everywhere.</param>
    public static SearchSpace Make(int seed)
    {
        SeedStream stream = new(seed, 0, "space");
        List<Parameter> parameters = [];
        int count = 1 + stream.NextInt(8);
        for (int i = 0; i < count; i++)
        {
            parameters.Add(MakeParameter(stream, FormattableString.Invariant($"p{i}"), MakeFacts(stream, parameters)));
        }

        return new SearchSpace(FormattableString.Invariant($"random{seed}"), parameters);
    }

    private static Parameter MakeParameter(SeedStream stream, string name, ParameterFacts facts)
    {
        double low = Math.Round((stream.NextDouble() * 20) - 10, 2);
        double width = Math.Pow(10, Math.Round((stream.NextDouble() * 6) - 3));
        switch (stream.NextInt(9))
        {
            case 0:
                return new NumericParameter(name, Law.Uniform, low, low + width, facts: facts);
            case 1:
                return new NumericParameter(name, Law.LogUniform, width, width * Math.Pow(10, 1 + stream.NextInt(6)), facts: facts);
            case 2:
                return new NumericParameter(name, Law.Uniform, low, low + width, step: width / (1 + stream.NextInt(30)), facts: facts);
            case 3:
                return new NumericParameter(name, Law.Uniform, Math.Floor(low), Math.Floor(low) + stream.NextInt(2000), isInteger: true, facts: facts);
            case 4:
                return new NumericParameter(name, Law.LogUniform, 1, 2 + stream.NextInt(5000), isInteger: true, facts: facts);
            case 5:
                return new NumericParameter(name, Law.Normal, double.NegativeInfinity, double.PositiveInfinity, mean: low, deviation: width, facts: facts);
            case 6:
                return new NumericParameter(
                    name, Law.LogNormal, 0, double.PositiveInfinity, mean: low / 10, deviation: 0.1 + stream.NextDouble(), facts: facts);
            default:
                return new CategoricalParameter(
                    name, Enumerable.Range(0, 1 + stream.NextInt(6)).Select(i => (object)(long)i), isOrdered: stream.NextInt(4) == 0, facts: facts);
        }
    }

    private static ParameterFacts MakeFacts(SeedStream stream, List<Parameter> before)
    {
        int[] parents = [.. Enumerable.Range(0, before.Count).Where(i => before[i] is CategoricalParameter { Choices.Count: > 1 })];
        if (parents.Length == 0 || stream.NextInt(2) == 0)
        {
            return ParameterFacts.None;
        }

        int parent = parents[stream.NextInt(parents.Length)];
        int choices = ((CategoricalParameter)before[parent]).Choices.Count;
        int from = stream.NextInt(choices);
        return new ParameterFacts { Conditions = [new Condition(parent, from, from + stream.NextInt(choices - from))] };
    }
}
