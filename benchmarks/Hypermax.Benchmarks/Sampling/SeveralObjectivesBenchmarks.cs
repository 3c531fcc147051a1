using BenchmarkDotNet.Attributes;
using Hypermax.Sampling;

namespace Hypermax.Benchmarks.Sampling;

/// <summary>One proposal with several objectives and 20 parameters, a trial told before each, as in a search.</summary>
/// <remarks>The history grows by the trials of the measurement, a few hundred.</remarks>
[InvocationCount(32, 32)]
public class SeveralObjectivesBenchmarks
{
    private BenchmarkStudy _study = null!;
    private ISampler _sampler = null!;

    [Params("nsga2", "nsga3", "tpe")]
    public string Method { get; set; } = "tpe";

    [Params(2, 3)]
    public int Objectives { get; set; }

    [Params(1_000)]
    public int History { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _study = new BenchmarkStudy(20, History, Objectives);
        _sampler = Samplers.Create(Method);
        _sampler.Propose(_study.Context);
    }

    [Benchmark]
    public void TellAndAsk() => _study.Tell(_sampler.Propose(_study.Context).Vector);
}
