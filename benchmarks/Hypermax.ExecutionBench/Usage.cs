using System.Diagnostics;
using System.Globalization;
using Hypermax.Execution;
using Hypermax.Execution.InProcess;
using Hypermax.Execution.Usages;

namespace Hypermax.ExecutionBench;

/// <summary>What it costs that running trials tell what they use: for short ones that never do, for those that do, and for readers.</summary>
internal static class Usage
{
    private const int Workers = 64;

    public static async Task RunAsync()
    {
        string study = Directory.CreateTempSubdirectory("hypermax-usage-").FullName;
        try
        {
            await MeasureShortAsync(study);
            RunningUsage[] trials = [.. Enumerable.Range(0, Workers).Select(number => new RunningUsage(number, 34.5, 31.2, 512L << 20, 600L << 20))];
            UsageFile file = new(study);
            Bench.Print($"write what {Workers} trials use", "us", Times(1000, () => file.Write(trials)));
            Measure("read it, of one process", study);
            file.Clear();
            string folder = Directory.CreateDirectory(Path.Combine(study, UsageFile.FolderName)).FullName;
            foreach (RunningUsage trial in trials)
            {
                byte[] sheet = new UsageSheet(string.Create(CultureInfo.InvariantCulture, $"elsewhere/{trial.Number}/tick1"), 1, [trial]).ToJson();
                await File.WriteAllBytesAsync(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{trial.Number}{UsageFile.Extension}")), sheet);
            }

            Measure($"read it, of {Workers} processes", study);
        }
        finally
        {
            Directory.Delete(study, recursive: true);
        }
    }

    // In turns, so that what else the machine does hits both.
    private static async Task MeasureShortAsync(string study)
    {
        SearchSpace space = new("Nothing", [new CategoricalParameter("program", ["good"])]);
        await using InProcessExecutor executor = new(static (_, _) => Task.FromResult(0.25));
        TrialJob silent = Bench.Job(space, "good");
        TrialJob followed = silent with { StudyFolder = study };
        List<double>[] times = [[], []];
        for (int i = 0; i < 200_000; i++)
        {
            long started = Stopwatch.GetTimestamp();
            await executor.RunAsync(i % 2 == 0 ? silent : followed, CancellationToken.None);
            times[i % 2].Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds);
        }

        Bench.Print("in process, of a study without a folder", "us", times[0].Skip(1000));
        Bench.Print("in process, of a study with one", "us", times[1].Skip(1000));
    }

    private static void Measure(string name, string study) =>
        Bench.Print(name, "us", Times(1000, () => new UsageReader(study, TimeProvider.System).Read()));

    private static IEnumerable<double> Times(int count, Action action)
    {
        List<double> times = [];
        for (int i = 0; i < count + 100; i++)
        {
            long started = Stopwatch.GetTimestamp();
            action();
            times.Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds);
        }

        return times.Skip(100);
    }
}
