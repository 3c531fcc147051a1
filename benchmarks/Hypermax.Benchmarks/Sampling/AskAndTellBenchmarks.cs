using BenchmarkDotNet.Attributes;
using Hypermax.Sampling;

namespace Hypermax.Benchmarks.Sampling;

/// <summary>One proposal and its tell: what taking a trial into the model adds to the proposal.</summary>
/// <remarks>The history grows by the trials of the measurement, a few hundred.</remarks>
[InvocationCount(32, 32)]
public class AskAndTellBenchmarks
{
    private BenchmarkStudy _study = null!;
    private ISampler _sampler = null!;

    [Params(1_000, 10_000, 100_000)]
    public int History { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _study = new BenchmarkStudy(20, History);
        _sampler = Samplers.Create("tpe");
        _sampler.Propose(_study.Context);
    }

    [Benchmark]
    public void AskAndTell() => _study.Tell(_sampler.Propose(_study.Context).Vector);
}
