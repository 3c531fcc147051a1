using System.Diagnostics;
using Hypermax.Execution.WorkerProcess;

namespace Hypermax.ExecutionBench;

/// <summary>How long it takes until a worker is ready, and until it is gone.</summary>
internal static class Starting
{
    public static async Task RunAsync()
    {
        List<double> ready = [];
        List<double> gone = [];
        for (int i = 0; i < 20; i++)
        {
            long start = Stopwatch.GetTimestamp();
            WorkerProcessExecutor workers = await Bench.StartAsync();
            ready.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            start = Stopwatch.GetTimestamp();
            await workers.DisposeAsync();
            gone.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        Bench.Print("start of a worker until it is ready", "ms", ready);
        Bench.Print("end of a worker", "ms", gone);
    }
}
