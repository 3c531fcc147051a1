using BenchmarkDotNet.Attributes;
using Hypermax.Sampling;

namespace Hypermax.Benchmarks.Sampling;

/// <summary>One proposal of the Gaussian process against the length of the history, with 10 parameters.</summary>
/// <remarks>
/// A trial is told after each, as in a search, so the hyperparameters are fitted too where their turn has come.
/// The history grows by the eight trials of an iteration.
/// </remarks>
public class GaussianProcessBenchmarks
{
    private BenchmarkStudy _study = null!;
    private ISampler _sampler = null!;

    [Params("gp", "auto")]
    public string Method { get; set; } = "gp";

    [Params(50, 100, 300, 500)]
    public int History { get; set; }

    [IterationSetup]
    public void Setup()
    {
        _study = new BenchmarkStudy(10, History);
        _sampler = Samplers.Create(Method);
        _sampler.Propose(_study.Context);
    }

    [Benchmark(OperationsPerInvoke = 8)]
    public void TellAndAsk()
    {
        for (int i = 0; i < 8; i++)
        {
            _study.Tell(_sampler.Propose(_study.Context).Vector);
        }
    }
}
