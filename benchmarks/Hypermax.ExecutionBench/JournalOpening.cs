using System.Diagnostics;
using System.Globalization;
using Hypermax.Storage.Journal;

namespace Hypermax.ExecutionBench;

/// <summary>How long opening a large journal takes in a fresh process, and how much memory that process then has used.</summary>
internal static class JournalOpening
{
    private const int Trials = 100_000;
    private const int Parameters = 10;

    public static async Task RunAsync()
    {
        string folder = Directory.CreateTempSubdirectory("hypermax-journal-").FullName;
        try
        {
            Write(folder);
            long bytes = new FileInfo(Path.Combine(folder, JournalStore.FileName)).Length;
            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"journal of {Trials} trials, {Parameters} parameters, 2 metrics, usage: {bytes / 1e6:0.0} MB"));
            for (int i = 0; i < 3; i++)
            {
                using Process reader = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["open", folder]))!;
                await reader.WaitForExitAsync();
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Opens the journal as a search does that goes on with it, and prints what it cost.</summary>
    public static Task OpenAsync(string folder)
    {
        long start = Stopwatch.GetTimestamp();
        using JournalStore store = new(folder);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        using Process self = Process.GetCurrentProcess();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"opened {store.Trials.Count} trials in {seconds:0.00} s, {self.TotalProcessorTime.TotalSeconds:0.00} s of processor time in all, "
                + $"peak working set {self.PeakWorkingSet64 / 1e6:0} MB"));
        return Task.CompletedTask;
    }

    // Through the store's own writer, but without a sync for every trial.
    private static void Write(string folder)
    {
        SearchSpace space = new(
            "Large",
            [.. Enumerable.Range(0, Parameters).Select(i => new NumericParameter(string.Create(CultureInfo.InvariantCulture, $"p{i}"), Law.Uniform, 0, 1))]);
        using (Study study = Study.Create(space, new StudyOptions { Folder = folder, Method = "random" }))
        {
            Debug.Assert(study.Trials.Count == 0, "The folder is new.");
        }

        using FileStream file = new(Path.Combine(folder, JournalStore.FileName), FileMode.Append, FileAccess.Write);
        Random draws = new(1);
        for (int number = 0; number < Trials; number++)
        {
            TrialRecord running = new()
            {
                Number = number,
                Point = [.. Enumerable.Range(0, Parameters).Select(_ => draws.NextDouble())],
                State = TrialState.Running,
                Started = DateTimeOffset.UnixEpoch.AddSeconds(number),
                Insight = new Insight("random"),
            };
            file.Write(JournalWriter.Start(running, "machine/4711/1700000000"));
            file.Write(JournalWriter.Finish(
                running with
                {
                    State = TrialState.Complete,
                    Duration = TimeSpan.FromSeconds(1.5),
                    Outcome = TrialOutcome.Of(draws.NextDouble()) with
                    {
                        Metrics = new Dictionary<string, double>(StringComparer.Ordinal) { ["accuracy"] = draws.NextDouble(), ["time"] = draws.NextDouble() },
                        Usage = new ResourceUsage(1.25, 100_000_000 + number, 90_000_000, 4096, 8192),
                        Log = string.Create(CultureInfo.InvariantCulture, $"logs/trial_{number}.txt"),
                    },
                },
                withReports: false));
        }
    }
}
