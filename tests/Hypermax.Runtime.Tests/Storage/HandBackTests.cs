using Hypermax.Execution;
using Hypermax.ProcessTable;
using Hypermax.Storage.Journal;
using Hypermax.Tests.Studies;

namespace Hypermax.Tests.Storage;

/// <summary>Trials that a process of a shared study gives back, or leaves to others.</summary>
public sealed class HandBackTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax-back-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Run_Cancelled_AnotherProcessRunsTheTrialAtOnce()
    {
        using CancellationTokenSource stop = new();
        using (Study first = Open(out JournalStore store))
        {
            using JournalStore held = store;
            StudyResult result = await first.RunAsync(new UntilCancelled(stop), cancellation: stop.Token);
            Assert.Equal(StopReason.Cancelled, result.Reason);
        }

        Assert.Contains("\"type\":\"back\"", File.ReadAllText(Path.Combine(_folder, JournalStore.FileName)), StringComparison.Ordinal);

        // As if that process lived on another machine, and had been heard of just now.
        Rename(ProcessName.Self, "elsewhere/1/tick1");
        using Study second = Open(out JournalStore again);
        using JournalStore also = again;
        Trial trial = second.Ask()!;
        second.Tell(trial, 1);

        Assert.Equal(0, trial.Number);
        Assert.Equal(1, second.Trials[0].Retries);
    }

    [Fact]
    public void Orphans_AnotherProcessWasFaster_AreNotRunTwice()
    {
        using (Study dead = Open(out JournalStore store))
        {
            dead.Ask();
            store.Dispose();
        }

        Rename(ProcessName.Self, $"{Environment.MachineName}/{int.MaxValue}/tick1");
        using JournalStore slow = new(_folder, sharing: JournalSharing.Shared);
        using (slow.Enter())
        {
            Assert.Equal([0], slow.Orphans);
            Assert.True(slow.IsHeld(0));
        }

        TrialRecord trial = slow.Trials[0] with { Retries = 1 };
        File.AppendAllBytes(Path.Combine(_folder, JournalStore.FileName), JournalWriter.Start(trial, "elsewhere/1/tick1"));
        using Study study = Study.Create(TestSpaces.Mixed, new StudyOptions { Store = slow });

        Assert.Equal(1, study.Ask()!.Number);
    }

    [Fact]
    public async Task Run_OthersRunTheRest_LeavesWhenItShould()
    {
        using Study busy = Open(out JournalStore store);
        using JournalStore held = store;
        busy.Ask();
        Rename(ProcessName.Self, "elsewhere/1/tick1");
        using JournalStore own = new(_folder, sharing: JournalSharing.Shared);
        using Study idle = Study.Create(TestSpaces.Mixed, new StudyOptions { Store = own, Trials = 1, LeavesWhenIdle = true });

        StudyResult result = await idle.RunAsync(new UntilCancelled(new CancellationTokenSource()));

        Assert.Equal(StopReason.Stopped, result.Reason);
        Assert.Equal(TrialState.Running, Assert.Single(result.Trials).State);
    }

    [Fact]
    public void Begin_SharedAndNothingSaid_GoesByArrival()
    {
        using Study study = Open(out JournalStore store);
        using JournalStore held = store;

        Assert.Equal(ProposalOrder.Arrival, study.Header.Order);
    }

    [Fact]
    public void Open_OtherObjectiveBeforeAnyTrialEnded_IsRefused()
    {
        using Study first = Open(out JournalStore store, "one");
        using JournalStore held = store;
        first.Ask();

        StudyMismatchException error = Assert.Throws<StudyMismatchException>(() => Open(out _, "two"));

        Assert.Equal("objective", Assert.Single(error.Differences).Name);
    }

    private Study Open(out JournalStore store, string? objective = null)
    {
        store = new JournalStore(_folder, sharing: JournalSharing.Shared);
        try
        {
            return Study.Create(TestSpaces.Mixed, new StudyOptions
            {
                Store = store,
                Method = "random",
                ObjectiveFingerprint = objective,
                ObjectiveChange = ObjectiveChangeAnswer.Fail,
            });
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    private void Rename(string from, string to)
    {
        string journal = Path.Combine(_folder, JournalStore.FileName);
        string[] lines = File.ReadAllLines(journal);
        using FileStream file = new(journal, FileMode.Truncate, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        foreach (string line in lines)
        {
            string json = line.Replace($"\"owner\":\"{from}\"", $"\"owner\":\"{to}\"", StringComparison.Ordinal);
            file.Write(JournalLine.Seal(System.Text.Encoding.UTF8.GetBytes(json[..json.LastIndexOf(",\"sum\"", StringComparison.Ordinal)] + "}")));
        }
    }

    private sealed class UntilCancelled(CancellationTokenSource stop) : IExecutor
    {
        public async Task<TrialOutcome> RunAsync(TrialJob job, CancellationToken cancellation)
        {
            await stop.CancelAsync();
            return TrialOutcome.Fail(FailureKind.Cancelled, "cancelled");
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
