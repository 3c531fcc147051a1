using System.Runtime.CompilerServices;
using Hypermax.Spaces.Ranges;
using Hypermax.Storage;
using Xunit;

namespace Hypermax.Conformance;

/// <summary>What studies rely on in a store; a store joins with one class that derives from this one and creates it.</summary>
/// <remarks>
/// <para>Each test is a promise of <see cref="IStudyStore"/> and says in its summary which. A failure names the promise, what was recorded and what
/// came back.</para>
/// <para>A store that outlives its process derives from <see cref="DurableStoreConformance"/>, one that several processes share from
/// <see cref="SharedStoreConformance"/>; both contain this suite.</para>
/// </remarks>
public abstract class StoreConformance : IDisposable
{
    private readonly List<IStudyStore> _open = [];

    /// <summary>Gets the header of the studies that the suite begins.</summary>
    protected static StudyHeader Header { get; } = new()
    {
        Name = "conformance",
        Space = SamplerSpaces.Branches,
        Directions = [Direction.Maximize],
        Loss = "value - 0.5*accuracy",
        Seed = long.MinValue + 3,
        Method = "random",
        MethodOptions = "levels=5",
        Lag = 4,
        Version = "1.0",
        Created = new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.Zero),
    };

    /// <summary>Creates an empty store, each time another; the suite disposes of it.</summary>
    protected abstract IStudyStore Create();

    /// <inheritdoc/>
    public void Dispose()
    {
        _open.ForEach(store => store.Dispose());
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Removes what the stores left behind; called when all of them have been disposed of.</summary>
    /// <param name="disposing">Whether it is called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
    }

    /// <summary>A store in which nothing was begun has no header, no trials, nothing recovered and no orphans.</summary>
    [Fact]
    public void NewStoreIsEmpty()
    {
        IStudyStore store = Keep(Create());
        const string Promise = "a store in which nothing was begun is empty";
        using (store.Enter())
        {
            Require(store, store.Header is null, Promise, () => $"its header is that of '{store.Header!.Name}'");
            RequireSame(store, [], store.Trials.Select(trial => trial.Number), Promise, "trials");
            RequireSame(store, [], store.Recovered, Promise, "recovered");
            RequireSame(store, [], store.Orphans, Promise, "orphans");
        }
    }

    /// <summary>A study is begun once: a second time is refused with an <see cref="InvalidOperationException"/> that names the first, which stays.</summary>
    [Fact]
    public void StudyIsBegunOnce()
    {
        IStudyStore store = Begun();
        const string Promise = "a store that holds a study refuses another with an InvalidOperationException that names the first";
        using (store.Enter())
        {
            string? said = null;
            try
            {
                store.Begin(Header with { Name = "other" });
            }
            catch (InvalidOperationException error)
            {
                said = error.Message;
            }

            Require(store, said is not null, Promise, () => "Begin returned, or threw something else");
            Require(store, said!.Contains(Header.Name, StringComparison.Ordinal), Promise, () => $"the first is '{Header.Name}'; the message is: {said}");
            Require(store, store.Header?.Name == Header.Name, "a refused study changes nothing", () => $"the header is now that of '{store.Header?.Name}'");
        }
    }

    /// <summary>Trials are listed in the order of their numbers, finished ones in the order of their ends, running ones smallest first.</summary>
    [Fact]
    public void OrdersOfNumbersAndOfEndsAreKept()
    {
        IStudyStore store = Begun();
        Start(store, 0, 1, 2, 3, 4);
        Finish(store, 2, 0.5);
        Finish(store, 0, 0.25);
        using (store.Enter())
        {
            RequireSame(store, [0, 1, 2, 3, 4], store.Trials.Select(trial => trial.Number), "the entry at n is trial n", "Trials");
            RequireSame(store, [2, 0], store.Finished, "finished trials are listed in the order in which they finished", "Finished");
            RequireSame(store, [1, 3, 4], store.Running, "running trials are listed smallest first", "Running");
            RequireSame(
                store,
                [0.25, double.NaN, 0.5, double.NaN, double.NaN],
                store.Trials.Select(trial => trial.Value),
                "a trial has the value it ended with",
                "values");
        }
    }

    /// <summary>A trial ends once: of two outcomes the first counts.</summary>
    [Fact]
    public void FirstOutcomeCounts()
    {
        IStudyStore store = Begun();
        Start(store, 0);
        Finish(store, 0, 0.5);
        Finish(store, 0, 0.25);
        const string Promise = "of two outcomes of a trial the first counts";
        using (store.Enter())
        {
            RequireSame(store, [0.5], store.Trials.Select(trial => trial.Value), Promise, "values");
            RequireSame(store, [0], store.Finished, Promise, "Finished");
        }
    }

    /// <summary>All facts of a trial come back as they were recorded: numbers that are not finite, texts in any script, reports, usage.</summary>
    [Fact]
    public void FactsOfTrialsComeBack()
    {
        IStudyStore store = Begun();
        TrialRecord[] trials = [.. StoreTrials.Of(Header.Space)];
        Record(store, trials);
        using (store.Enter())
        {
            RequireTrials(store, trials, store.Trials, "the facts of a trial come back as they were recorded");
        }
    }

    /// <summary>A running trial may be started again, as an orphan is; it stays one trial, with the newer facts.</summary>
    [Fact]
    public void RunningTrialIsStartedAgain()
    {
        IStudyStore store = Begun();
        Start(store, 0);
        Do(store, () => store.Start(Trial(0) with { Retries = 1 }));
        const string Promise = "a running trial may be started again and stays one trial";
        using (store.Enter())
        {
            RequireSame(store, [1], store.Trials.Select(trial => trial.Retries), Promise, "retries");
            RequireSame(store, [0], store.Running, Promise, "Running");
        }
    }

    /// <summary>What people told the study to do is kept in order.</summary>
    [Fact]
    public void SteeringIsKeptInOrder()
    {
        IStudyStore store = Begun();
        Do(store, () => Array.ForEach(StoreTrials.Wishes, store.Steer));
        using (store.Enter())
        {
            RequireSame(store, StoreTrials.Wishes, store.Steering, "what people told the study is kept, oldest first", "Steering");
        }
    }

    /// <summary>A change of the study concerns what ends from then on: later trials carry the new fingerprint, the header names the new method, and
    /// with leaders named, the other finished trials of an older fingerprint are set apart.</summary>
    [Fact]
    public void ChangesConcernWhatEndsLater()
    {
        IStudyStore store = Begun();
        RecordChanges(store);
        using (store.Enter())
        {
            RequireChanged(store);
        }
    }

    /// <summary>An intermediate value of a running trial is accepted and leaves it running.</summary>
    [Fact]
    public void ReportsOfRunningTrialsAreAccepted()
    {
        IStudyStore store = Begun();
        Start(store, 0);
        Do(store, () => store.Report(0, new TrialReport(1, double.NaN)));
        using (store.Enter())
        {
            RequireSame(store, [0], store.Running, "a trial that reported is still running", "Running");
        }
    }

    /// <summary>Who has entered is alone until the entry is disposed of; whoever comes meanwhile waits, and enters then.</summary>
    [Fact]
    public void OneThreadEntersAtATime()
    {
        IStudyStore store = Begun();
        RequireTurns(store, store);
    }

    /// <summary>Several threads that each start the next trial leave no gap and no double.</summary>
    [Fact]
    public Task ThreadsLeaveNoGapAndNoDouble()
    {
        IStudyStore store = Begun();
        return RequireNoGapAsync(Enumerable.Repeat(store, 8), trialsEach: 25);
    }

    /// <summary>Makes a running trial at a point of the suite's space.</summary>
    /// <param name="number">Its number.</param>
    protected static TrialRecord Trial(int number) => new() { Number = number, Point = StoreTrials.Point, State = TrialState.Running };

    /// <summary>Ends a trial well.</summary>
    /// <param name="store">The store.</param>
    /// <param name="number">The number of a running trial.</param>
    /// <param name="value">Its value.</param>
    protected static void Finish(IStudyStore store, int number, double value) => Do(store, () =>
        store.Finish(Trial(number) with { State = TrialState.Complete, Outcome = TrialOutcome.Of(value) }));

    /// <summary>Starts trials.</summary>
    /// <param name="store">The store.</param>
    /// <param name="numbers">Their numbers, in order.</param>
    protected static void Start(IStudyStore store, params int[] numbers) => Do(store, () => Array.ForEach(numbers, number => store.Start(Trial(number))));

    /// <summary>Creates a store and begins a study with <see cref="Header"/>.</summary>
    protected IStudyStore Begun()
    {
        IStudyStore store = Keep(Create());
        Do(store, () => store.Begin(Header));
        return store;
    }

    /// <summary>Remembers to dispose of a store.</summary>
    /// <param name="store">The store.</param>
    /// <returns>The same.</returns>
    protected IStudyStore Keep(IStudyStore store)
    {
        _open.Add(store);
        return store;
    }

    /// <summary>Does something between the entry and its disposal.</summary>
    /// <param name="store">The store.</param>
    /// <param name="act">What to do.</param>
    protected static void Do(IStudyStore store, Action act)
    {
        using (store.Enter())
        {
            try
            {
                act();
            }
            catch (Exception error) when (error is not ConformanceException)
            {
                throw Broken(store, "a store keeps what a study may record, and throws nothing", $"it threw {error}");
            }
        }
    }

    /// <summary>Starts and ends trials in the order they are given; running ones are left running.</summary>
    internal static void Record(IStudyStore store, IEnumerable<TrialRecord> trials)
    {
        foreach (TrialRecord trial in trials)
        {
            Do(store, () => store.Start(trial with { State = TrialState.Running, Outcome = null, Duration = TimeSpan.Zero }));
            if (trial.IsFinished)
            {
                Do(store, () => store.Finish(trial));
            }
        }
    }

    /// <summary>Enters one store, and looks whether another thread can enter the other; it may when the first has left.</summary>
    internal static void RequireTurns(IStudyStore first, IStudyStore second)
    {
        const string Promise = "who has entered is alone until the entry is disposed of, and then the next one enters";
        using ManualResetEventSlim isIn = new();
        Thread other = new(() =>
        {
            using (second.Enter())
            {
                isIn.Set();
            }
        })
        { IsBackground = true };
        using (first.Enter())
        {
            other.Start();

            // A store that keeps its promise passes however long this takes; one that does not is found out unless the machine stands still.
            Require(first, !isIn.Wait(TimeSpan.FromSeconds(0.3)), Promise, () => "a second entry did not wait for the first to be disposed of");
        }

        Require(first, isIn.Wait(TimeSpan.FromMinutes(1)), Promise, () => "the second still waits, a minute after the first was disposed of");
        other.Join();
    }

    /// <summary>Starts the next trial from many threads, each through its store.</summary>
    internal static async Task RequireNoGapAsync(IEnumerable<IStudyStore> stores, int trialsEach)
    {
        IStudyStore[] all = [.. stores];
        await Task.WhenAll(all.Select(store => Task.Run(() =>
        {
            for (int i = 0; i < trialsEach; i++)
            {
                Do(store, () => store.Start(Trial(store.Trials.Count)));
            }
        }))).ConfigureAwait(false);

        foreach (IStudyStore store in all.Distinct())
        {
            using (store.Enter())
            {
                RequireSame(
                    store,
                    Enumerable.Range(0, all.Length * trialsEach),
                    store.Trials.Select(trial => trial.Number),
                    "trials that several threads start one after the other leave no gap and no double",
                    "numbers");
            }
        }
    }

    internal static void RecordChanges(IStudyStore store)
    {
        Start(store, 0, 1, 2);
        Finish(store, 0, 1);
        Do(store, () => store.Change(new StudyChange(3) { Objective = "a", Method = "sobol", MethodOptions = "scramble=false" }));
        Finish(store, 1, 1);
        Do(store, () => store.Change(new StudyChange(3) { Objective = "b", Leaders = [1] }));
        Do(store, () => store.Change(new StudyChange(3) { Stage = new StageStart("fine") { Best = 1, Ranges = [new ParameterRange(7, 0.25, 0.5)] } }));
        Finish(store, 2, 1);
    }

    internal static void RequireChanged(IStudyStore store)
    {
        RequireSame(
            store,
            [null, "a", "b"],
            store.Trials.Select(trial => trial.Objective),
            "a trial carries the fingerprint that is in force when it ends",
            "fingerprints");
        RequireSame(
            store,
            [true, true, false],
            store.Trials.Select(trial => trial.IsSetApart),
            "with leaders named, finished trials of older fingerprints are set apart",
            nameof(TrialRecord.IsSetApart));
        RequireSame(
            store,
            ["sobol", "scramble=false"],
            [store.Header!.Method, store.Header.MethodOptions],
            "the header names the method that a change brought, with its options",
            "method and options");
        RequireSame(store, [3, 3, 3], store.Changes.Select(change => change.FromTrial), "changes are kept, oldest first", "Changes");
        RequireSame(store, [1], store.Changes[1].Leaders ?? [], "a change keeps its leaders", nameof(StudyChange.Leaders));
        StageStart? stage = store.Changes[2].Stage;
        RequireSame(store, [("fine", 1)], [(stage?.Name, stage?.Best)], "a change keeps the stage that begins", nameof(StudyChange.Stage));
        RequireSame(store, [new ParameterRange(7, 0.25, 0.5)], stage?.Ranges ?? [], "a stage keeps its ranges", nameof(StageStart.Ranges));
    }

    internal static void RequireTrials(IStudyStore store, IReadOnlyList<TrialRecord> expected, IReadOnlyList<TrialRecord> actual, string promise)
    {
        RequireSame(store, expected.Select(trial => trial.Number), actual.Select(trial => trial.Number), promise, "numbers");
        for (int i = 0; i < expected.Count; i++)
        {
            foreach ((string fact, string recorded, string read) in StoreTrials.Differences(expected[i], actual[i]))
            {
                throw Broken(store, promise, FormattableString.Invariant($"'{fact}' of trial {i} was recorded as {recorded} and came back as {read}"));
            }
        }
    }

    internal static void RequireSame<T>(IStudyStore store, IEnumerable<T> expected, IEnumerable<T> actual, string promise, string what)
    {
        (T[] right, T[] found) = ([.. expected], [.. actual]);
        if (!right.SequenceEqual(found))
        {
            throw Broken(store, promise, $"{what} should be {StoreTrials.Text(right)}", $"{what} are {StoreTrials.Text(found)}");
        }
    }

    internal static void Require(
        IStudyStore store, bool isKept, string promise, Func<string> shown, [CallerMemberName] string test = "")
    {
        if (!isKept)
        {
            throw Broken(store, promise, shown(), $"seen in {test}");
        }
    }

    private static ConformanceException Broken(IStudyStore store, string promise, params IEnumerable<string> shown) =>
        new(store.GetType().Name, promise, shown);
}
