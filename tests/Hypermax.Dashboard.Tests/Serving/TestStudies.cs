using Hypermax.Execution.InProcess;
using Hypermax.Storage;
using Hypermax.Storage.Journal;
using Hypermax.Tests;

namespace Hypermax.Dashboard.Tests.Serving;

/// <summary>Studies in folders: written at once, or searched while a test looks.</summary>
internal static class TestStudies
{
    /// <summary>Writes finished trials as a search would have.</summary>
    public static string Write(string folder, StudyHeader header, IReadOnlyList<TrialRecord> trials)
    {
        Directory.CreateDirectory(folder);
        using JournalStore store = new(folder);
        using (store.Enter())
        {
            store.Begin(header);
            foreach (TrialRecord trial in trials)
            {
                store.Start(trial with { State = TrialState.Running, Outcome = null, Duration = TimeSpan.Zero });
                store.Finish(trial);
            }
        }

        return folder;
    }

    /// <summary>Writes a study of a forest.</summary>
    public static string Forest(string folder, int trials = 40)
    {
        (StudyHeader header, IReadOnlyList<TrialRecord> records) = StudySamples.Forest(trials);
        return Write(folder, header, records);
    }

    /// <summary>Begins a search that goes on until it is stopped.</summary>
    public static RunningSearch Search(string folder, TimeSpan trial, int trials = 100_000)
    {
        SearchSpace space = new("live", [new NumericParameter("rate", Law.LogUniform, 1e-4, 1), new CategoricalParameter("kind", ["a", "b"])]);
        Study study = Study.Create(space, new StudyOptions { Name = "live", Folder = folder, Trials = trials, Seed = 1, Method = "random" });
        CancellationTokenSource stop = new();
        Task<StudyResult> search = Task.Run(() => study.RunAsync(
            new InProcessExecutor(async (point, context) =>
            {
                context.Report(point[0], 1);
                await Task.Delay(trial, context.Cancellation);
                return Math.Abs(Math.Log10(point[0]) + 2);
            }),
            cancellation: stop.Token));
        return new RunningSearch(study, search, stop);
    }
}
