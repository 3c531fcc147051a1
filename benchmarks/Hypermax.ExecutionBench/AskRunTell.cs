using System.Diagnostics;
using System.Globalization;
using Hypermax.Execution.InProcess;

namespace Hypermax.ExecutionBench;

/// <summary>What a whole trial costs from the proposal to the record, with an objective that does nothing and the cheapest method.</summary>
internal static class AskRunTell
{
    public static async Task RunAsync()
    {
        await MeasureAsync("in memory", null, 20_000);
        string folder = Directory.CreateTempSubdirectory("hypermax-asktell-").FullName;
        try
        {
            await MeasureAsync("with the journal, forced to disk each", folder, 2_000);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(string name, string? folder, int trials)
    {
        SearchSpace space = new(
            "Ten", [.. Enumerable.Range(0, 10).Select(i => new NumericParameter(string.Create(CultureInfo.InvariantCulture, $"p{i}"), Law.Uniform, 0, 1))]);
        await using InProcessExecutor executor = new(static (vector, _) => Task.FromResult(vector[0]));
        using Study study = Study.Create(space, new StudyOptions { Trials = trials, Method = "random", Folder = folder });
        List<double> times = [];
        long last = Stopwatch.GetTimestamp();
        await study.RunAsync(executor, progress =>
        {
            long now = Stopwatch.GetTimestamp();
            if (progress.Finished > trials / 10)
            {
                times.Add(Stopwatch.GetElapsedTime(last, now).TotalMicroseconds);
            }

            last = now;
        });
        Bench.Print($"ask, run in process, tell: {name}", "us", times);
    }
}
