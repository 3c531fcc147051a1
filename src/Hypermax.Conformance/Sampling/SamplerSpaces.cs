namespace Hypermax.Conformance;

/// <summary>Spaces with every kind of parameter that samplers must handle.</summary>
public static class SamplerSpaces
{
    /// <summary>Gets a space of numbers: linear, logarithmic, stepped, and whole ones.</summary>
    public static SearchSpace Numbers { get; } = new("numbers",
    [
        new NumericParameter("linear", Law.Uniform, -2, 5),
        new NumericParameter("log", Law.LogUniform, 1e-5, 1),
        new NumericParameter("step", Law.Uniform, 0.1, 0.95, step: 0.1),
        new NumericParameter("int", Law.Uniform, -3, 40, isInteger: true),
        new NumericParameter("logInt", Law.LogUniform, 1, 1000, isInteger: true),
    ]);

    /// <summary>Gets a space of normal laws: open, cut, logarithmic and stepped.</summary>
    public static SearchSpace Laws { get; } = new("laws",
    [
        new NumericParameter("normal", Law.Normal, double.NegativeInfinity, double.PositiveInfinity, mean: 3, deviation: 2),
        new NumericParameter("cutNormal", Law.Normal, 0, 10, mean: 3, deviation: 2),
        new NumericParameter("logNormal", Law.LogNormal, 0, double.PositiveInfinity, mean: 0, deviation: 1),
        new NumericParameter("steppedNormal", Law.Normal, double.NegativeInfinity, double.PositiveInfinity, step: 0.5, mean: 0, deviation: 2),
    ]);

    /// <summary>Gets a space of choices: plain, weighted, ordered and of two, beside a number.</summary>
    public static SearchSpace Choices { get; } = new("choices",
    [
        new CategoricalParameter("plain", ["a", "b", "c", "d"]),
        new CategoricalParameter("weighted", ["rare", "often"], [0.1, 0.9]),
        new CategoricalParameter("ordered", [1L, 2L, 4L, 8L], isOrdered: true),
        new CategoricalParameter("flag", [true, false]),
        new NumericParameter("x", Law.Uniform, 0, 1),
    ]);

    /// <summary>Gets a space in which most parameters exist only under a choice, some two levels deep.</summary>
    public static SearchSpace Branches { get; } = new("branches",
    [
        new CategoricalParameter("model", ["linear", "tree", "net"]),
        new NumericParameter("alpha", Law.LogUniform, 1e-4, 10, facts: When(0, 0, 0)),
        new NumericParameter("depth", Law.Uniform, 1, 12, isInteger: true, facts: When(0, 1, 1)),
        new NumericParameter("layers", Law.Uniform, 1, 3, isInteger: true, facts: When(0, 2, 2)),
        new NumericParameter("width2", Law.LogUniform, 8, 256, isInteger: true, facts: When(3, 2, 3)),
        new CategoricalParameter("optimizer", ["sgd", "adam"], facts: When(0, 2, 2)),
        new NumericParameter("momentum", Law.Uniform, 0, 0.99, facts: When(5, 0, 0)),
        new NumericParameter("seedless", Law.Uniform, 0, 1),
    ]);

    /// <summary>Gets a space of 23 points: 5 + 3·(1 + 2) + 3·3.</summary>
    public static SearchSpace Finite { get; } = new("finite",
    [
        new CategoricalParameter("kind", ["a", "b", "c"]),
        new NumericParameter("five", Law.Uniform, 1, 5, isInteger: true, facts: When(0, 0, 0)),
        new NumericParameter("three", Law.Uniform, 0, 1, step: 0.5, facts: When(0, 1, 2)),
        new CategoricalParameter("more", [false, true], facts: When(0, 1, 1)),
        new CategoricalParameter("pair", ["x", "y"], facts: When(3, 1, 1)),
        new NumericParameter("other", Law.Uniform, 7, 9, isInteger: true, facts: When(0, 2, 2)),
    ]);

    /// <summary>Gets a space with parameters that have one value.</summary>
    public static SearchSpace Constants { get; } = new("constants",
    [
        new CategoricalParameter("only", ["one"]),
        new NumericParameter("same", Law.Uniform, 2, 2),
        new NumericParameter("free", Law.Uniform, 0, 1),
    ]);

    /// <summary>Gets a space at the ends of what numbers can hold.</summary>
    public static SearchSpace Extremes { get; } = new("extremes",
    [
        new NumericParameter("decades", Law.LogUniform, 1e-300, 1e300),
        new NumericParameter("whole", Law.Uniform, -9007199254740992, 9007199254740992, isInteger: true),
        new NumericParameter("logWhole", Law.LogUniform, 1, 9007199254740992, isInteger: true),
        new CategoricalParameter("many", Enumerable.Range(0, 2000).Select(i => (object)(long)i)),
        new NumericParameter("narrow", Law.Uniform, 1e9, 1e9 + 1e-3),
    ]);

    /// <summary>Gets a space of which nearly every point lies in one of two branches.</summary>
    public static SearchSpace OneBranch { get; } = new("oneBranch",
    [
        new CategoricalParameter("kind", ["often", "seldom"], [0.999, 0.001]),
        .. Enumerable.Range(0, 6).Select(i => new NumericParameter("a" + i, Law.Uniform, 0, 1, facts: When(0, 0, 0))),
        new NumericParameter("b", Law.Uniform, 0, 1, facts: When(0, 1, 1)),
    ]);

    /// <summary>Gets a space of three hundred parameters.</summary>
    public static SearchSpace ThreeHundred { get; } = new("threeHundred",
    [
        .. Enumerable.Range(0, 200).Select(i => new NumericParameter("x" + i, Law.Uniform, 0, 1)),
        .. Enumerable.Range(0, 60).Select(i => new NumericParameter("n" + i, Law.Uniform, 0, 9, isInteger: true)),
        .. Enumerable.Range(0, 40).Select(i => new CategoricalParameter("c" + i, ["a", "b", "c"])),
    ]);

    /// <summary>Gets a space without parameters, which has one point.</summary>
    public static SearchSpace Empty { get; } = new("empty", []);

    /// <summary>Gets the spaces that most promises are tried on: all but the extreme ones and the empty one.</summary>
    public static IReadOnlyList<SearchSpace> All { get; } = [Numbers, Laws, Choices, Branches, Finite, Constants];

    /// <summary>Gets the code that makes a space of a suite.</summary>
    internal static string CodeOf(SearchSpace space) => space.Name.StartsWith("random", StringComparison.Ordinal)
        ? $"{nameof(RandomSpaces)}.{nameof(RandomSpaces.Make)}({space.Name["random".Length..]})"
        : $"{nameof(SamplerSpaces)}.{char.ToUpperInvariant(space.Name[0])}{space.Name[1..]}";

    private static ParameterFacts When(int parent, double low, double high) => new() { Conditions = [new Condition(parent, low, high)] };
}
