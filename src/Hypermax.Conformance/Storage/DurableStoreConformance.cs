using Hypermax.Spaces;
using Hypermax.Storage;
using Xunit;

namespace Hypermax.Conformance;

/// <summary>What searches rely on in a store that outlives its process; contains <see cref="StoreConformance"/>.</summary>
public abstract class DurableStoreConformance : StoreConformance
{
    /// <summary>Opens what a store has kept, as the next process does.</summary>
    /// <remarks>A store that was not disposed of belongs to a process that was killed. Where the living store locks what it keeps, open a copy.</remarks>
    /// <param name="store">The store that <see cref="StoreConformance.Create"/> made.</param>
    /// <param name="wasDisposed">Whether it has been disposed of.</param>
    protected abstract IStudyStore Reopen(IStudyStore store, bool wasDisposed);

    /// <summary>Everything comes back after the store was closed: the header, trials with all their facts and in their orders, steering.</summary>
    [Fact]
    public void EverythingComesBackAfterClosing() => RequireKept(wasDisposed: true);

    /// <summary>What <see cref="IStudyStore.Finish"/> returned from survives the sudden end of the process, without the store being disposed of.</summary>
    [Fact]
    public void EverythingComesBackAfterASuddenEnd() => RequireKept(wasDisposed: false);

    /// <summary>Changes of the study come back, and concern the same trials as before.</summary>
    [Fact]
    public void ChangesComeBack()
    {
        IStudyStore store = Begun();
        RecordChanges(store);
        store.Dispose();
        IStudyStore again = Keep(Reopen(store, wasDisposed: true));
        using (again.Enter())
        {
            RequireChanged(again);
        }
    }

    /// <summary>A trial that ran when its process ended is an orphan of the next one: given out, started again, and ended once.</summary>
    /// <remarks>Not tried on a shared store: there the process of the trial is this one, which lives.</remarks>
    [Fact]
    public void TrialsOfADeadProcessAreOrphans()
    {
        IStudyStore store = Begun();
        Start(store, 0, 1, 2);
        Finish(store, 1, 0.5);
        store.Dispose();
        IStudyStore again = Keep(Reopen(store, wasDisposed: true));
        if (again.IsShared)
        {
            // There a trial belongs to a process that may be another one, and this process lives.
            return;
        }

        using (again.Enter())
        {
            RequireSame(again, [0, 2], again.Orphans, "trials that nobody runs any more are orphans", nameof(again.Orphans));
            RequireSame(again, [0, 2], again.Running, "an orphan is not finished", nameof(again.Running));
        }

        Do(again, () => again.Start(Trial(0) with { Retries = 1 }));
        Finish(again, 0, 0.25);
        using (again.Enter())
        {
            RequireSame(again, [1, 0], again.Finished, "an orphan that is run again ends like any trial", nameof(again.Finished));
        }
    }

    /// <summary>A study goes on in the next process: what is added there stands behind what was kept, and comes back with it.</summary>
    [Fact]
    public void StudyGoesOnInTheNextProcess()
    {
        IStudyStore store = Begun();
        Start(store, 0);
        Finish(store, 0, 0.5);
        store.Dispose();
        IStudyStore second = Reopen(store, wasDisposed: true);
        Start(second, 1);
        Finish(second, 1, 0.25);
        second.Dispose();
        IStudyStore third = Keep(Reopen(second, wasDisposed: true));
        using (third.Enter())
        {
            RequireSame(third, [0.5, 0.25], third.Trials.Select(trial => trial.Value), "records are only ever added", "values");
            RequireSame(third, [], third.Recovered, "nothing has to be recovered when all went well", nameof(third.Recovered));
        }
    }

    /// <summary>A study that was kept cannot be begun again.</summary>
    [Fact]
    public void KeptStudyIsNotBegunAgain()
    {
        IStudyStore store = Begun();
        store.Dispose();
        IStudyStore again = Keep(Reopen(store, wasDisposed: true));
        using (again.Enter())
        {
            bool isRefused = false;
            try
            {
                again.Begin(Header with { Name = "other" });
            }
            catch (InvalidOperationException)
            {
                isRefused = true;
            }

            Require(again, isRefused, "a store that holds a study refuses another, after it was opened again too", () => "Begin returned");
        }
    }

    private void RequireKept(bool wasDisposed)
    {
        string promise = $"what was recorded comes back after {(wasDisposed ? "the store was closed" : "the sudden end of the process")}";
        IStudyStore store = Begun();
        TrialRecord[] trials = [.. StoreTrials.Of(Header.Space)];
        Record(store, trials);
        Do(store, () => Array.ForEach(StoreTrials.Wishes, store.Steer));
        if (wasDisposed)
        {
            store.Dispose();
        }

        IStudyStore again = Keep(Reopen(store, wasDisposed));
        using (again.Enter())
        {
            Require(again, again.Header is not null, promise, () => "there is no header");
            RequireSame(again, Facts(Header), Facts(again.Header!), promise, "the facts of the header");
            RequireTrials(again, trials[..4], [.. again.Trials.Take(4)], promise);
            RequireSame(again, trials.Select(trial => trial.Number), again.Trials.Select(trial => trial.Number), promise, "numbers");
            RequireSame(again, [0, 1, 2, 3], again.Finished, promise, nameof(again.Finished));
            RequireSame(again, StoreTrials.Wishes, again.Steering, promise, nameof(again.Steering));
        }
    }

    private static string[] Facts(StudyHeader header) =>
    [
        header.Name, SpaceJson.Write(header.Space), StoreTrials.Text(header.Directions), StoreTrials.Text(header.Loss), StoreTrials.Text(header.Seed),
        header.Method, StoreTrials.Text(header.MethodOptions), StoreTrials.Text(header.Lag), header.Version, StoreTrials.Text(header.Created),
    ];
}
