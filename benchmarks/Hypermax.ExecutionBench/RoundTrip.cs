using System.Diagnostics;
using Hypermax.Execution;
using Hypermax.Execution.InProcess;
using Hypermax.Execution.Limits;
using Hypermax.Execution.WorkerProcess;

namespace Hypermax.ExecutionBench;

/// <summary>What a trial that does nothing costs, once everything is warm.</summary>
internal static class RoundTrip
{
    public static async Task RunAsync()
    {
        SearchSpace space = new("Nothing", [new CategoricalParameter("program", ["good"])]);
        await using InProcessExecutor own = new(static (_, _) => Task.FromResult(0.25));
        await MeasureAsync("in process", own, space, 20_000);
        await using InProcessExecutor limited = new(
            static (_, _) => Task.FromResult(0.25), new InProcessOptions { Limits = new TrialLimits { WallTime = TimeSpan.FromMinutes(1) } });
        await MeasureAsync("in process, wall-time limit", limited, space, 20_000);
        await using WorkerProcessExecutor workers = await Bench.StartAsync();
        await MeasureAsync("worker process", workers.For("Chaos"), workers.Objectives[0].Space, 5_000);
        TrialLimits limits = new() { WallTime = TimeSpan.FromMinutes(1), MemoryBytes = 1L << 30 };
        await MeasureAsync(
            "worker process, wall and memory limits", workers.For("Chaos", new WorkerOptions { Limits = limits }), workers.Objectives[0].Space, 5_000);
    }

    private static async Task MeasureAsync(string name, IExecutor executor, SearchSpace space, int count)
    {
        TrialJob job = Bench.Job(space, "good");
        List<double> times = [];
        for (int i = 0; i < count + 1000; i++)
        {
            long start = Stopwatch.GetTimestamp();
            TrialOutcome outcome = await executor.RunAsync(job, CancellationToken.None);
            if (outcome.Value != 0.25)
            {
                throw new InvalidOperationException(outcome.Message);
            }

            if (i >= 1000)
            {
                times.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
            }
        }

        Bench.Print(name, "us", times);
    }
}
