namespace Hypermax.Tests.Studies;

internal static class TestSpaces
{
    /// <summary>A space with every kind of parameter and a condition.</summary>
    public static SearchSpace Mixed { get; } = new(
        "mixed",
        [
            new NumericParameter("rate", Law.LogUniform, 1e-4, 1),
            new NumericParameter("depth", Law.Uniform, 1, 12, isInteger: true),
            new CategoricalParameter("kind", ["a", "b"]),
            new NumericParameter("momentum", Law.Uniform, 0, 1, facts: new ParameterFacts { Conditions = [new Condition(2, 1, 1)] }),
            new NumericParameter("share", Law.Uniform, 0.1, 0.7, step: 0.1),
        ]);

    public static double Loss(ReadOnlySpan<double> vector) =>
        Math.Abs(Math.Log10(vector[0]) + 2) + (vector[1] * 0.01) + (double.IsNaN(vector[3]) ? 0.3 : Math.Abs(vector[3] - 0.5)) + vector[4];
}
