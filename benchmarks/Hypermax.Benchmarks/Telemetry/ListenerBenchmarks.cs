using System.Diagnostics;
using System.Diagnostics.Metrics;
using BenchmarkDotNet.Attributes;
using Hypermax.Execution.InProcess;

namespace Hypermax.Benchmarks.Telemetry;

/// <summary>What spans and metrics cost: where nobody listens, and where somebody takes all of them.</summary>
/// <remarks>Time and allocations of a trial: by hand, and in the loop around an objective that does nothing.</remarks>
public class ListenerBenchmarks
{
    private const int Trials = 5000;

    private static readonly SearchSpace Space = new(
        "loop", Enumerable.Range(0, 10).Select(i => (Parameter)new NumericParameter(FormattableString.Invariant($"p{i}"), Law.Uniform, 0, 1)));

    private readonly List<IDisposable> _listeners = [];

    [Params(false, true)]
    public bool IsHeard { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        if (!IsHeard)
        {
            return;
        }

        ActivityListener spans = new()
        {
            ShouldListenTo = source => source.Name == "Hypermax",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(spans);
        MeterListener metrics = new()
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "Hypermax")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        metrics.SetMeasurementEventCallback<double>((_, _, _, _) => { });
        metrics.SetMeasurementEventCallback<long>((_, _, _, _) => { });
        metrics.Start();
        _listeners.AddRange([spans, metrics]);
    }

    [GlobalCleanup]
    public void Cleanup() => _listeners.ForEach(listener => listener.Dispose());

    [Benchmark(OperationsPerInvoke = Trials)]
    public double AskAndTell()
    {
        using Study study = Study.Create(Space, new StudyOptions { Method = "random", Trials = Trials });
        double sum = 0;
        for (int i = 0; i < Trials; i++)
        {
            sum += study.Tell(study.Ask()!, i).Value;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Trials)]
    public async Task<int> Loop()
    {
        using Study study = Study.Create(Space, new StudyOptions { Method = "random", Trials = Trials });
        return (await study.RunAsync(new InProcessExecutor((vector, _) => Task.FromResult(vector[0])))).Trials.Count;
    }
}
