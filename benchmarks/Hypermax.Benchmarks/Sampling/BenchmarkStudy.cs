using Hypermax.Numerics;
using Hypermax.Sampling;
using Hypermax.Spaces;
using Hypermax.Trials;

namespace Hypermax.Benchmarks.Sampling;

/// <summary>A space and a history of the shape that latency comparisons with other libraries use.</summary>
/// <remarks>Of 20 parameters: 10 floats, 4 log floats, 4 ints, 2 choices; random points, quadratic loss.</remarks>
public sealed class BenchmarkStudy
{
    private readonly SeedStream _stream = new(1, 0, "benchmark");
    private readonly double[] _vector;

    public BenchmarkStudy(int parameters, int trials, int objectives = 1)
    {
        Geometry = new SpaceGeometry(new SearchSpace("benchmark", Enumerable.Range(0, parameters).Select(MakeParameter)));
        History = new TrialHistory(parameters, objectives);
        _vector = new double[parameters];
        for (int trial = 0; trial < trials; trial++)
        {
            Geometry.Sample(_stream, _vector);
            Tell(_vector);
        }
    }

    public SpaceGeometry Geometry { get; }

    public TrialHistory History { get; }

    public SamplerContext Context => new() { Geometry = Geometry, History = History, TrialNumber = History.Count, Seed = 1 };

    public void Tell(double[] vector)
    {
        // The minima of the objectives lie side by side.
        double[] losses = new double[History.ObjectiveCount];
        for (int i = 0; i < vector.Length; i++)
        {
            for (int objective = 0; objective < losses.Length; objective++)
            {
                double distance = Geometry.Dimensions[i].ToUnit(vector[i]) - 0.3 - (0.2 * objective);
                losses[objective] += distance * distance;
            }
        }

        History.Add(History.Count, vector, losses, [], TrialState.Complete);
    }

    private static Parameter MakeParameter(int index) => (index % 10) switch
    {
        0 or 1 or 2 or 3 or 4 => new NumericParameter(FormattableString.Invariant($"f{index}"), Law.Uniform, 0, 1),
        5 or 6 => new NumericParameter(FormattableString.Invariant($"g{index}"), Law.LogUniform, 1e-4, 1),
        7 or 8 => new NumericParameter(FormattableString.Invariant($"i{index}"), Law.Uniform, 1, 50, isInteger: true),
        _ => new CategoricalParameter(FormattableString.Invariant($"c{index}"), ["a", "b", "c", "d"]),
    };
}
