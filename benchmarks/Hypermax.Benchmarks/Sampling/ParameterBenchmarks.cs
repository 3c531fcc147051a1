using BenchmarkDotNet.Attributes;
using Hypermax.Sampling;

namespace Hypermax.Benchmarks.Sampling;

/// <summary>One proposal against the number of parameters, with 1,000 trials.</summary>
public class ParameterBenchmarks
{
    private ISampler _sampler = null!;
    private SamplerContext _context = null!;

    [Params("random", "sobol", "anneal", "evolution", "cmaes", "tpe")]
    public string Method { get; set; } = "tpe";

    [Params(5, 20, 50, 200)]
    public int Parameters { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _sampler = Samplers.Create(Method);
        _context = new BenchmarkStudy(Parameters, 1_000).Context;
        _sampler.Propose(_context);
    }

    [Benchmark]
    public Proposal Ask() => _sampler.Propose(_context);
}
