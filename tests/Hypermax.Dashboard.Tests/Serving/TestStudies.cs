using Hypermax.Execution.InProcess;
using Hypermax.Execution.Usages;
using Hypermax.ProcessTable;
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

    /// <summary>Begins a search in the folder <c>live</c> of a server, and waits until its trial has reported, printed and told what it uses.</summary>
    public static async Task<RunningSearch> TellingAsync(TestServer server)
    {
        string folder = Path.Combine(server.Folder, "live");
        RunningSearch search = Search(folder, TimeSpan.FromHours(1));
        string logs = Directory.CreateDirectory(Path.Combine(folder, "logs")).FullName;
        await File.WriteAllTextAsync(Path.Combine(logs, "trial_0.txt"), "epoch 1\n");
        Use(folder, ProcessName.Self);
        string id = await server.IdAsync("live");
        while (await server.JsonAsync($"api/studies/{id}/running") is var list && (list.GetArrayLength() == 0 || !list[0].TryGetProperty("step", out _)))
        {
            await Task.Delay(50);
        }

        return search;
    }

    /// <summary>Writes what the first trial of a study uses, as a worker of its own would.</summary>
    /// <param name="study">The folder of the study.</param>
    /// <param name="process">Who writes it, as records name processes.</param>
    /// <param name="cpuSeconds">Its processor time; NaN where it is not known.</param>
    public static void Use(string study, string process, double cpuSeconds = 1.25)
    {
        string folder = Directory.CreateDirectory(Path.Combine(study, UsageFile.FolderName)).FullName;
        RunningUsage usage = new(0, 0.5, cpuSeconds, 100 << 20, 120 << 20);
        File.WriteAllBytes(Path.Combine(folder, "other" + UsageFile.Extension), new UsageSheet(process, 1, [usage]).ToJson());
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
