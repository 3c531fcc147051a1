using System.Diagnostics;
using Hypermax.Execution;
using Hypermax.Execution.Limits;
using Hypermax.Execution.WorkerProcess;

namespace Hypermax.ExecutionBench;

/// <summary>How far a trial that allocates as fast as it can gets beyond its limit, and how soon all of it is gone.</summary>
internal static class Overshoot
{
    private const long Limit = 1L << 30;

    public static async Task RunAsync()
    {
        await MeasureAsync("eats-fast, limit 1 GiB", "eats-fast", 10);
        await MeasureAsync("grandchild-eats, limit 1 GiB", "grandchild-eats", 10);
        await MeasureAsync("eats-steadily (1 GB/s), limit 1 GiB", "eats-steadily", 10);
        await MeasureAsync("eats-slowly (300 MB/s), limit 1 GiB", "eats-slowly", 3);
    }

    private static async Task MeasureAsync(string name, string program, int count)
    {
        TrialLimits limits = new() { MemoryBytes = Limit };
        await using WorkerProcessExecutor workers = await Bench.StartAsync();
        IExecutor executor = workers.For("Chaos", new WorkerOptions { Limits = limits });
        List<double> overshoot = [];
        List<double> seconds = [];
        for (int i = 0; i < count; i++)
        {
            long start = Stopwatch.GetTimestamp();
            TrialOutcome outcome = await executor.RunAsync(Bench.Job(workers.Objectives[0].Space, program), CancellationToken.None);
            seconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (outcome.Failure != FailureKind.Memory)
            {
                throw new InvalidOperationException(outcome.Message);
            }

            overshoot.Add((outcome.Usage!.PeakBytes - Limit) / 1048576.0);
        }

        Bench.Print(name + ": seen beyond it", "MiB", overshoot);
        Bench.Print(name + ": trial until recorded", "ms", seconds);
    }
}
