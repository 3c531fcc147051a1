using System.Globalization;
using System.Reflection;
using Hypermax.Execution;
using Hypermax.Execution.Limits;
using Hypermax.Execution.WorkerProcess;

namespace Hypermax.ExecutionBench;

/// <summary>What the benchmarks share.</summary>
internal static class Bench
{
    public static string Chaos => Find("Hypermax.Chaos", "Hypermax.Chaos.dll");

    public static Task<WorkerProcessExecutor> StartAsync(TrialLimits? limits = null) =>
        WorkerProcessExecutor.StartAsync(
            WorkerCommand.For(Chaos, Find("Hypermax.Worker", "Hypermax.Worker.dll")), new WorkerOptions { Limits = limits ?? TrialLimits.None });

    public static TrialJob Job(SearchSpace space, string program, int slot = 0) => new()
    {
        Number = 0,
        Space = space,
        Point = [((CategoricalParameter)space.Parameters[0]).IndexOf(program)],
        Seed = 1,
        Slot = slot,
    };

    public static void Print(string name, string unit, IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-44} n={sorted.Length,-6} median {sorted[sorted.Length / 2],9:0.0} {unit}, min {sorted[0]:0.0}, "
                + $"p99 {sorted[(int)(sorted.Length * 0.99)]:0.0}, max {sorted[^1]:0.0}"));
    }

    private static string Find(string project, string file) => Path.Combine(Metadata("BinFolder"), project, Metadata("BinConfiguration"), file);

    private static string Metadata(string key) =>
        typeof(Bench).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
