namespace Hypermax.Convergence.Problems;

/// <summary>Short forms for writing spaces.</summary>
internal static class Forms
{
    public static NumericParameter Float(string name, double low, double high, bool log = false, double? step = null, params Condition[] when) =>
        new(name, log ? Law.LogUniform : Law.Uniform, low, high, step, facts: new ParameterFacts { Conditions = when });

    public static NumericParameter Int(string name, double low, double high, bool log = false, double step = 1, params Condition[] when) =>
        new(name, log ? Law.LogUniform : Law.Uniform, low, high, step, isInteger: true, facts: new ParameterFacts { Conditions = when });

    public static CategoricalParameter Choice(string name, int count, params Condition[] when) =>
        new(name, Enumerable.Range(0, count).Select(i => (object)("c" + i)), facts: new ParameterFacts { Conditions = when });

    public static SearchSpace Cube(string name, int count, double low, double high, bool log = false) =>
        new(name, Enumerable.Range(0, count).Select(i => Float("x" + i, low, high, log)));

    public static Condition Is(int parent, int choice) => new(parent, choice, choice);
}
