using BenchmarkDotNet.Attributes;
using Hypermax.Execution.InProcess;

namespace Hypermax.Benchmarks.Studies;

/// <summary>The whole loop around an objective that does nothing: ask, run, tell, stop rules.</summary>
public class StudyLoopBenchmarks
{
    private const int Trials = 2000;

    private static readonly SearchSpace Space = new(
        "loop", Enumerable.Range(0, 10).Select(i => (Parameter)new NumericParameter(FormattableString.Invariant($"p{i}"), Law.Uniform, 0, 1)));

    [Params("random", "sobol", "anneal", "evolution")]
    public string Method { get; set; } = "random";

    [Benchmark(OperationsPerInvoke = Trials)]
    public async Task<int> Trial()
    {
        using Study study = Study.Create(Space, new StudyOptions { Method = Method, Trials = Trials });
        return (await study.RunAsync(new InProcessExecutor((vector, _) => Task.FromResult(vector[0])))).Trials.Count;
    }
}
