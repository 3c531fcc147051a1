using BenchmarkDotNet.Attributes;
using Hypermax.Sampling;

namespace Hypermax.Benchmarks.Sampling;

/// <summary>One proposal against the length of the history, with 20 parameters.</summary>
public class AskBenchmarks
{
    private BenchmarkStudy _study = null!;
    private ISampler _sampler = null!;
    private SamplerContext _context = null!;

    [Params("random", "sobol", "anneal", "evolution", "cmaes", "tpe", "atpe")]
    public string Method { get; set; } = "tpe";

    [Params(100, 1_000, 10_000, 100_000)]
    public int History { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _study = new BenchmarkStudy(20, History);
        _sampler = Samplers.Create(Method);
        _context = _study.Context;
        _sampler.Propose(_context);
    }

    [Benchmark]
    public Proposal Ask() => _sampler.Propose(_context);
}
