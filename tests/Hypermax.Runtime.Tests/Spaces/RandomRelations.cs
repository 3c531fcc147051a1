using Hypermax.Numerics;

namespace Hypermax.Tests.Spaces;

/// <summary>Spaces with relations made from a seed: chains of numbers of one kind and sums, inside branches and out of them.</summary>
public static class RandomRelations
{
    public static SearchSpace Make(int seed)
    {
        SeedStream stream = new(seed, 0, "relations");
        List<Parameter> parameters = [new CategoricalParameter("branch", ["a", "b", "c"])];
        List<Relation> relations = [];
        int groups = 1 + stream.NextInt(3);
        for (int group = 0; group < groups; group++)
        {
            if (stream.NextInt(3) == 0)
            {
                AddSum(stream, parameters, relations, group);
            }
            else
            {
                AddOrder(stream, parameters, relations, group);
            }
        }

        return new SearchSpace("relations", parameters, relations);
    }

    private static void AddOrder(SeedStream stream, List<Parameter> parameters, List<Relation> relations, int group)
    {
        int first = parameters.Count;
        int count = 2 + stream.NextInt(3);
        int kind = stream.NextInt(8);
        double low = Math.Round((stream.NextDouble() * 20) - 10, 1);
        double width = Math.Pow(10, stream.NextInt(5) - 2);
        ParameterFacts facts = FactsOf(stream);
        for (int i = 0; i < count; i++)
        {
            // Ranges that overlap, one contains another, or hardly touch; those of whole numbers have room for a chain.
            double shift = width * 0.4 * (stream.NextDouble() + i);
            parameters.Add(
                MakeNumber(kind, FormattableString.Invariant($"g{group}.{i}"), low, width, shift, i, stream.NextInt(4) == 0 ? FactsOf(stream) : facts));
        }

        // Mostly one pair a relation, as the compiler makes them; sometimes a chain, a fork, or equal neighbours.
        bool orEqual = stream.NextInt(3) == 0;
        int shape = stream.NextInt(3);
        int[] members = [.. Enumerable.Range(first, count)];
        relations.AddRange(shape switch
        {
            0 => [new LessThanRelation(members, orEqual)],
            1 => members.Skip(1).Select(member => new LessThanRelation([first, member], orEqual)),
            _ => members.Skip(1).Select(member => new LessThanRelation([member - 1, member], orEqual && member % 2 == 0)),
        });
    }

    private static NumericParameter MakeNumber(int kind, string name, double low, double width, double shift, int place, ParameterFacts facts) => kind switch
    {
        0 => new(name, Law.Uniform, low + shift, low + shift + width, facts: facts),
        1 => new(name, Law.Uniform, 0, width, facts: facts),
        2 => new(name, Law.LogUniform, width * Math.Exp(shift / width), width * 100 * Math.Exp(shift / width), facts: facts),
        3 => new(name, Law.Uniform, Math.Floor(low) + place, Math.Floor(low) + place + 4, isInteger: true, facts: facts),
        4 => new(name, Law.LogUniform, 1 + place, 50 + (10 * place), isInteger: true, facts: facts),
        5 => new(name, Law.Uniform, low, low + (width * 7), step: width / (place + 1), facts: facts),
        6 => new(name, Law.Normal, double.NegativeInfinity, double.PositiveInfinity, mean: low - shift, deviation: width, facts: facts),
        _ => new(name, Law.LogNormal, 0, double.PositiveInfinity, mean: low / 5, deviation: 1, facts: facts),
    };

    private static void AddSum(SeedStream stream, List<Parameter> parameters, List<Relation> relations, int group)
    {
        int first = parameters.Count;
        int count = 2 + stream.NextInt(4);
        ParameterFacts facts = FactsOf(stream);
        double least = 0;
        double most = 0;
        for (int i = 0; i < count; i++)
        {
            double low = stream.NextInt(2) == 0 ? 0 : Math.Round((stream.NextDouble() * 4) - 2, 2);
            double high = low + Math.Round(0.1 + (stream.NextDouble() * 3), 2);
            parameters.Add(new NumericParameter(FormattableString.Invariant($"g{group}.{i}"), Law.Uniform, low, high, facts: facts));
            least += low;
            most += high;
        }

        // The ends are possible totals, too.
        double part = stream.NextInt(6) switch { 0 => 0, 1 => 1, _ => stream.NextDouble() };
        relations.Add(new SumRelation([.. Enumerable.Range(first, count)], least + (part * (most - least))));
    }

    private static ParameterFacts FactsOf(SeedStream stream)
    {
        if (stream.NextInt(2) == 0)
        {
            return ParameterFacts.None;
        }

        int from = stream.NextInt(3);
        return new ParameterFacts { Conditions = [new Condition(0, from, from + stream.NextInt(3 - from))] };
    }
}
