using System.Diagnostics;
using System.Globalization;
using Hypermax.Execution.Limits;
using Hypermax.Execution.WorkerProcess;

namespace Hypermax.ExecutionBench;

/// <summary>How much processor time the watchdog takes while eight workers run long trials.</summary>
internal static class Polling
{
    private const int Workers = 8;

    public static async Task RunAsync()
    {
        await MeasureAsync("8 idle workers, no limits", TrialLimits.None);
        await MeasureAsync(
            "8 idle workers, 1 GiB and 1 h",
            new TrialLimits
            {
                MemoryBytes = 1L << 30,
                WallTime = TimeSpan.FromHours(1),
                SystemMemoryBytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes - 1,
            });
    }

    private static async Task MeasureAsync(string name, TrialLimits limits)
    {
        await using WorkerProcessExecutor workers = await Bench.StartAsync();
        using CancellationTokenSource stop = new();
        Task[] trials =
        [
            .. Enumerable.Range(0, Workers).Select(
                slot => workers.For("Chaos", new WorkerOptions { Limits = limits })
                    .RunAsync(Bench.Job(workers.Objectives[0].Space, "obeys", slot), stop.Token)),
        ];
        await Task.Delay(8000);
        TimeSpan before = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        await Task.Delay(10_000);
        double used = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        double wall = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{name,-44} {100 * used / wall:0.00} % of a core in the watching process over {wall:0.0} s"));
        await stop.CancelAsync();
        await Task.WhenAll(trials);
    }
}
