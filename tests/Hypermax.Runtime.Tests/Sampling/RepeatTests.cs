using Hypermax.Conformance;
using Hypermax.Sampling;
using Hypermax.Spaces;

namespace Hypermax.Tests.Sampling;

/// <summary>No method tries one point twice while another is left, least of all the corner where the best place is.</summary>
public sealed class RepeatTests
{
    private const int Trials = 40;

    public static TheoryData<string, string, double> Cases
    {
        get
        {
            TheoryData<string, string, double> cases = [];
            foreach (string method in Samplers.Names.Where(name => name != "grid"))
            {
                foreach (string space in Spaces.Keys)
                {
                    cases.Add(method, space, 0);
                    cases.Add(method, space, 1);
                    cases.Add(method, space, 0.37);
                }
            }

            return cases;
        }
    }

    private static Dictionary<string, SearchSpace> Spaces { get; } = new(StringComparer.Ordinal)
    {
        ["unit"] = new("unit", [new NumericParameter("x", Law.Uniform, 0, 1)]),
        ["log"] = new("log", [new NumericParameter("x", Law.LogUniform, 1e-5, 1)]),
        ["cutNormal"] = new(
            "cutNormal",
            [new NumericParameter("x", Law.Normal, 2.5, 3.5, mean: 3, deviation: 2), new NumericParameter("y", Law.LogNormal, 0.5, 2, mean: 0, deviation: 1)]),
        ["corner"] = new("corner", [new NumericParameter("x", Law.Uniform, -3, 1), new NumericParameter("y", Law.LogUniform, 1e-3, 10)]),
        ["mixed"] = new(
            "mixed",
            [
                new CategoricalParameter("c", ["a", "b", "d"]), new NumericParameter("n", Law.Uniform, 0, 9, isInteger: true),
                new NumericParameter("x", Law.Uniform, 0, 1),
            ]),
        ["integers"] = new(
            "integers", [new NumericParameter("n", Law.Uniform, 0, 9, isInteger: true), new NumericParameter("m", Law.LogUniform, 1, 100, isInteger: true)]),
        ["branch"] = new(
            "branch",
            [
                new CategoricalParameter("c", [false, true]),
                new NumericParameter("x", Law.Uniform, 0, 1, facts: new ParameterFacts { Conditions = [new Condition(0, 1, 1)] }),
            ]),
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Propose_BestPlaceAt_NoPointTwice(string method, string space, double place)
    {
        SamplerRun run = new(Samplers.Create(method), Spaces[space]);

        List<double[]> points = run.Do(
            Trials, point => point.Select((value, i) => double.IsNaN(value) ? 0.1 : Math.Abs(run.Geometry.Dimensions[i].ToUnit(value) - place)).Sum());

        Assert.Equal(Trials, points.Count);
        Assert.Equal(Trials, points.Select(Key).Distinct(StringComparer.Ordinal).Count());
    }

    // Nine digits: what differs by less is the same to a model.
    private static string Key(double[] point) =>
        string.Join(' ', point.Select(value => value.ToString("G9", System.Globalization.CultureInfo.InvariantCulture)));
}
