using Hypermax.Storage;

namespace Hypermax.Conformance.Tests.Storage;

/// <summary>The suites let a good store pass, and catch each fault by the promise that it breaks.</summary>
public sealed class StoreConformanceTests
{
    private static readonly Dictionary<string, (Func<FaultyStore> Create, string Test, string[] Words)> Faults = new(StringComparer.Ordinal)
    {
        ["recovered nothing"] = (
            () => new FaultyStore { Recovered = ["2 lines"] }, nameof(StoreConformance.NewStoreIsEmpty),
            ["FaultyStore breaks a promise: a store in which nothing was begun is empty", "recovered should be []", "recovered are [\"2 lines\"]"]),
        ["begins twice"] = (
            () => new FaultyStore
            {
                Begins = (store, header) =>
                {
                    if (store.Header is null)
                    {
                        store.Begin(header);
                    }
                },
            },
            nameof(StoreConformance.StudyIsBegunOnce), ["refuses another with an InvalidOperationException", "Begin returned"]),
        ["refuses without a name"] = (
            () => new FaultyStore
            {
                Begins = (store, header) =>
                {
                    if (store.Header is not null)
                    {
                        throw new InvalidOperationException("no");
                    }

                    store.Begin(header);
                },
            },
            nameof(StoreConformance.StudyIsBegunOnce), ["the first is 'conformance'; the message is: no"]),
        ["sorts ends"] = (
            () => new FaultyStore { ShowsFinished = finished => [.. finished.Order()] }, nameof(StoreConformance.OrdersOfNumbersAndOfEndsAreKept),
            ["finished trials are listed in the order in which they finished", "Finished should be [2, 0]", "Finished are [0, 2]"]),
        ["running in any order"] = (
            () => new FaultyStore { ShowsRunning = running => [.. running.Reverse()] }, nameof(StoreConformance.OrdersOfNumbersAndOfEndsAreKept),
            ["running trials are listed smallest first"]),
        ["the last outcome"] = (
            () => new FaultyStore { ShowsTrials = trials => [.. trials.Select(trial => trial with { Outcome = TrialOutcome.Of(0.25) })] },
            nameof(StoreConformance.FirstOutcomeCounts), ["of two outcomes of a trial the first counts", "values should be [0.5]", "values are [0.25]"]),
        ["NaN lost"] = (
            () => new FaultyStore { ShowsTrials = trials => [.. trials.Select(WithoutOddFigures)] }, nameof(StoreConformance.FactsOfTrialsComeBack),
            ["the facts of a trial come back as they were recorded", "'Metrics' of trial 0 was recorded as", "nothing=NaN"]),
        ["times in seconds"] = (
            () => new FaultyStore
            {
                ShowsTrials = trials => [.. trials.Select(trial => trial with { Duration = TimeSpan.FromSeconds((int)trial.Duration.TotalSeconds) })],
            },
            nameof(StoreConformance.FactsOfTrialsComeBack), ["'Duration' of trial 0 was recorded as 00:00:01.2340000 and came back as 00:00:01"]),
        ["started once"] = (
            () => new FaultyStore
            {
                Starts = (store, trial) =>
                {
                    if (trial.Number == store.Trials.Count)
                    {
                        store.Start(trial);
                    }
                },
            },
            nameof(StoreConformance.RunningTrialIsStartedAgain), ["a running trial may be started again", "retries should be [1]"]),
        ["newest wish first"] = (
            () => new FaultyStore { ShowsSteering = steering => [.. steering.Reverse()] }, nameof(StoreConformance.SteeringIsKeptInOrder), ["oldest first"]),
        ["the first method for ever"] = (
            () => new FaultyStore { ShowsHeader = header => header is null ? null : header with { Method = "random" } },
            nameof(StoreConformance.ChangesConcernWhatEndsLater), ["the header names the method that a change brought", "\"sobol\""]),
        ["nothing set apart"] = (
            () => new FaultyStore { ShowsTrials = trials => [.. trials.Select(trial => trial with { IsSetApart = false })] },
            nameof(StoreConformance.ChangesConcernWhatEndsLater), ["finished trials of older fingerprints are set apart"]),
        ["no reports"] = (
            () => new FaultyStore { Reports = (_, _) => throw new NotSupportedException("no reports") },
            nameof(StoreConformance.ReportsOfRunningTrialsAreAccepted), ["keeps what a study may record, and throws nothing", "no reports"]),
        ["reports end trials"] = (
            () => new FaultyStore { Reports = (store, number) => store.Finish(store.Trials[number] with { State = TrialState.Complete }) },
            nameof(StoreConformance.ReportsOfRunningTrialsAreAccepted), ["a trial that reported is still running"]),
        ["everybody enters"] = (
            () => new FaultyStore { Enters = _ => new MemoryStream() }, nameof(StoreConformance.OneThreadEntersAtATime),
            ["who has entered is alone", "a second entry did not wait for the first to be disposed of"]),
        ["a trial that is lost"] = (
            () => new FaultyStore { ShowsTrials = trials => trials.Count > 60 ? [.. trials.Take(50), .. trials.Skip(51)] : trials },
            nameof(StoreConformance.ThreadsLeaveNoGapAndNoDouble), ["leave no gap and no double", "numbers should be [0, 1, 2,"]),
    };

    private static readonly Dictionary<string, (Func<string, string?> Writes, string Test, string[] Words)> LostLines = new(StringComparer.Ordinal)
    {
        ["outcomes kept in memory"] = (
            line => line.Contains("\"finish\"", StringComparison.Ordinal) ? null : line, nameof(DurableStoreConformance.EverythingComesBackAfterASuddenEnd),
            ["what was recorded comes back after the sudden end of the process", "'State' of trial 0 was recorded as Complete and came back as Running"]),
        ["twelve digits"] = (
            line => line.Replace("0.30000000000000004", "0.3", StringComparison.Ordinal), nameof(DurableStoreConformance.EverythingComesBackAfterClosing),
            [
                "LineStore breaks a promise: what was recorded comes back after the store was closed", "'Point' of trial 0 was recorded as",
                "0.30000000000000004",
            ]),
        ["changes kept in memory"] = (
            line => line.Contains("\"change\"", StringComparison.Ordinal) ? null : line, nameof(DurableStoreConformance.ChangesComeBack),
            ["a trial carries the fingerprint that is in force when it ends"]),
        ["starts kept in memory"] = (
            line => line.Contains("\"start\"", StringComparison.Ordinal) && line.Contains("\"number\":2", StringComparison.Ordinal) ? null : line,
            nameof(DurableStoreConformance.TrialsOfADeadProcessAreOrphans), ["trials that nobody runs any more are orphans", "Orphans should be [0, 2]"]),
        ["the next process begins anew"] = (
            line => line.Contains("\"number\":1", StringComparison.Ordinal) ? null : line, nameof(DurableStoreConformance.StudyGoesOnInTheNextProcess),
            ["records are only ever added", "values should be [0.5, 0.25]"]),
        ["no header"] = (
            line => line.Contains("\"begin\"", StringComparison.Ordinal) ? null : line, nameof(DurableStoreConformance.KeptStudyIsNotBegunAgain),
            ["a store that holds a study refuses another, after it was opened again too"]),
    };

    public static TheoryData<string> FaultNames => [.. Faults.Keys];

    public static TheoryData<string> LostLineNames => [.. LostLines.Keys];

    [Fact]
    public async Task GoodStoreOfAnOutsider_PassesTheSuite() => Assert.Empty(await Suite.RunAsync(() => new Lines(line => line)));

    [Theory]
    [MemberData(nameof(FaultNames))]
    public Task FaultyStore_IsCaughtByItsPromise(string fault) =>
        Suite.CatchesAsync(() => new Memory(Faults[fault].Create), Faults[fault].Test, Faults[fault].Words);

    [Theory]
    [MemberData(nameof(LostLineNames))]
    public Task StoreThatLosesLines_IsCaughtByItsPromise(string fault) =>
        Suite.CatchesAsync(() => new Lines(LostLines[fault].Writes), LostLines[fault].Test, LostLines[fault].Words);

    [Theory]
    [InlineData(nameof(SharedStoreConformance.StoreSaysThatItIsShared), "says so in IsShared")]
    [InlineData(nameof(SharedStoreConformance.WhatOneRecordsTheOtherSees), "who enters sees what others have recorded")]
    [InlineData(nameof(SharedStoreConformance.OneStoreEntersAtATime), "a second entry did not wait")]
    [InlineData(nameof(SharedStoreConformance.StoresLeaveNoGapAndNoDouble), "leave no gap and no double")]
    public Task StoreThatIsNotShared_IsCaughtByEveryPromise(string test, string words) => Suite.CatchesAsync(() => new NotShared(), test, words);

    [Fact]
    public void EveryPromise_IsBrokenByAFaultHere()
    {
        string[] promises = [.. typeof(DurableStoreConformance).GetMethods().Where(method => method.IsDefined(typeof(FactAttribute), inherit: true))
            .Select(method => method.Name)];

        Assert.Empty(promises.Except(Faults.Values.Select(fault => fault.Test)).Except(LostLines.Values.Select(fault => fault.Test)));
    }

    private static TrialRecord WithoutOddFigures(TrialRecord trial) => trial.Outcome is null ? trial : trial with
    {
        Outcome = trial.Outcome with { Metrics = trial.Outcome.Metrics.Where(metric => double.IsFinite(metric.Value)).ToDictionary() },
    };

    private sealed class Memory(Func<IStudyStore> create) : StoreConformance
    {
        protected override IStudyStore Create() => create();
    }

    private sealed class Lines(Func<string, string?> writes) : DurableStoreConformance
    {
        private readonly string _root = Directory.CreateTempSubdirectory("hypermax-lines-").FullName;
        private int _stores;

        protected override IStudyStore Create() => new LineStore(Path.Combine(_root, $"{_stores++}")) { Writes = writes };

        protected override IStudyStore Reopen(IStudyStore store, bool wasDisposed) => new LineStore(store.Folder!) { Writes = writes };

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            Directory.Delete(_root, recursive: true);
        }
    }

    // Each has its own tables, as if the other did not exist.
    private sealed class NotShared : SharedStoreConformance
    {
        protected override IStudyStore Create() => new FaultyStore();

        protected override IStudyStore Reopen(IStudyStore store, bool wasDisposed) => store;

        protected override IStudyStore OpenBeside(IStudyStore store)
        {
            FaultyStore other = new();
            other.Begin(Header);
            return other;
        }
    }
}
