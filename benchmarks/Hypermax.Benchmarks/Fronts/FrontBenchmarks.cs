using BenchmarkDotNet.Attributes;
using Hypermax.Fronts;
using Hypermax.Numerics;

namespace Hypermax.Benchmarks.Fronts;

/// <summary>Non-dominated sorting and hypervolume against the number of trials and objectives: random points, and points of one front.</summary>
public class FrontBenchmarks
{
    private LossTable _cloud = null!;
    private LossTable _front = null!;
    private double[] _reference = null!;

    [Params(2, 3, 5)]
    public int Objectives { get; set; }

    [Params(100, 1_000)]
    public int Trials { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        SeedStream stream = new(1, 0, "fronts");
        _cloud = new LossTable([.. Enumerable.Range(0, Trials * Objectives).Select(_ => stream.NextDouble())], Objectives);

        // A tenth of the trials, all on a simplex: none dominates another.
        _front = new LossTable([.. Enumerable.Range(0, Trials / 10).SelectMany(_ => OnSimplex(stream))], Objectives);
        _reference = [.. Enumerable.Repeat(1.1, Objectives)];
    }

    [Benchmark]
    public int[] Sort() => NonDominatedSort.RanksOf(_cloud);

    [Benchmark]
    public double Volume() => Hypervolume.Of(_front, _reference);

    private double[] OnSimplex(SeedStream stream)
    {
        double[] point = [.. Enumerable.Range(0, Objectives).Select(_ => -Math.Log(stream.NextOpen()))];
        double sum = point.Sum();
        return [.. point.Select(value => value / sum)];
    }
}
