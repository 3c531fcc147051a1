using Hypermax.Execution;
using Hypermax.Execution.InProcess;

namespace Hypermax.Conformance.Tests.Execution;

/// <summary>The suites let a good executor pass, and catch each fault by the promise that it breaks.</summary>
public sealed class ExecutorConformanceTests
{
    private static readonly Dictionary<string, (Func<ExecutorSetup, IExecutor> Create, string Test, string[] Words)> Faults = new(StringComparer.Ordinal)
    {
        ["rounds"] = (
            setup => new FaultyExecutor(setup) { Says = (_, outcome) => outcome with { Value = (float)outcome.Value } },
            nameof(ExecutorConformance.GoodTrialCompletesWithItsValue),
            [
                "FaultyExecutor breaks a promise", "complete with exactly that value", "the trial gives 0.30000000000000004",
                "recorded: Complete, None, value 0.3000000",
            ]),
        ["NaN is complete"] = (
            setup => new FaultyExecutor(setup)
            {
                Says = (_, outcome) => outcome.Failure == FailureKind.NotFinite ? new TrialOutcome { State = TrialState.Complete } : outcome,
            },
            nameof(ExecutorConformance.ValueThatIsNotFiniteFails),
            ["an outcome makes sense: a complete trial has a finite value", "of a trial that gives NaN"]),
        ["NaN is an exception"] = (
            setup => new FaultyExecutor(setup) { Says = (_, outcome) => Kind(outcome, FailureKind.NotFinite, FailureKind.Exception) },
            nameof(ExecutorConformance.ValueThatIsNotFiniteFails), ["should be Failed without a value, of kind NotFinite", "recorded: Failed, Exception"]),
        ["throws what the trial throws"] = (
            setup => new FaultyExecutor(setup)
            {
                Says = (_, outcome) => outcome.Failure == FailureKind.Exception ? throw new InvalidOperationException(outcome.Message) : outcome,
            },
            nameof(ExecutorConformance.ThrowingTrialFails),
            ["RunAsync returns an outcome and throws nothing", "a trial that throws came out as", "isn't invertible"]),
        ["fails without a word"] = (
            setup => new FaultyExecutor(setup) { Says = (_, outcome) => outcome with { Message = null } },
            nameof(ExecutorConformance.ThrowingTrialFails), ["a failed trial says why, for people"]),
        ["still running"] = (
            setup => new FaultyExecutor(setup) { Says = (_, outcome) => outcome with { State = TrialState.Running } },
            nameof(ExecutorConformance.GoodTrialCompletesWithItsValue), ["the trial has ended, so it is not Running"]),
        ["names a log that is not there"] = (
            setup => new FaultyExecutor(setup) { Says = (_, outcome) => outcome with { Log = "logs/none.txt" } },
            nameof(ExecutorConformance.GoodTrialCompletesWithItsValue), ["there is no 'logs/none.txt'"]),
        ["broken by a failure"] = (
            setup =>
            {
                bool isBroken = false;
                return new FaultyExecutor(setup)
                {
                    Says = (_, outcome) =>
                    {
                        isBroken |= outcome.State == TrialState.Failed;
                        return isBroken ? TrialOutcome.Fail(FailureKind.NotStarted, "broken") : outcome;
                    },
                };
            },
            nameof(ExecutorConformance.NextTrialRunsWellAfterAFailure), ["the trial after one that gives NaN runs well", "recorded: Failed, NotStarted"]),
        ["one outcome for all slots"] = (
            setup =>
            {
                double last = 0;
                return new FaultyExecutor(setup)
                {
                    Says = (job, outcome) =>
                    {
                        outcome = job.Slot == 0 ? outcome : outcome with { Value = last };
                        last = outcome.Value;
                        return outcome;
                    },
                };
            },
            nameof(ExecutorConformance.TrialsAtOnceKeepTheirOutcomes), ["trials that run at once keep their outcomes apart"]),
        ["one trial after the other"] = (
            setup =>
            {
                SemaphoreSlim turn = new(1);
                return new Wrapped(setup, async (run, job, cancellation) =>
                {
                    await turn.WaitAsync(CancellationToken.None);
                    try
                    {
                        return await run(job, cancellation);
                    }
                    finally
                    {
                        turn.Release();
                    }
                });
            },
            nameof(ExecutorConformance.LongTrialKeepsNoOtherSlotWaiting), ["a trial that gives its value comes to an outcome", "there was none after 1 s"]),
        ["starts all the same"] = (
            setup => new FaultyExecutor(setup)
            {
                Hears = _ => CancellationToken.None, Says = (_, _) => TrialOutcome.Fail(FailureKind.Cancelled, "stopped"),
            },
            nameof(ExecutorConformance.NothingIsStartedOnceTheSearchHasStopped), ["nothing is started", "the trial began all the same"]),
        ["cannot be stopped"] = (
            setup => new FaultyExecutor(setup) { Hears = _ => CancellationToken.None },
            nameof(ExecutorConformance.StoppedTrialEndsWithoutAValue), ["a trial that waits to be told to stop comes to an outcome"]),
        ["stopped trials have a penalty"] = (
            setup => new FaultyExecutor(setup) { Says = (_, outcome) => outcome with { Value = 99 } },
            nameof(ExecutorConformance.StoppedTrialEndsWithoutAValue), ["has no value and the kind Cancelled", "recorded: Failed, Cancelled, value 99"]),
        ["reports backwards"] = (
            setup => new FaultyExecutor(setup) { Says = (_, outcome) => outcome with { Reports = [.. outcome.Reports.Reverse()] } },
            nameof(ExecutorConformance.ReportsArriveInOrder), ["once each and in order", "Reports has 0.125 at step 5, 0.25 at step 2"]),
        ["nobody hears reports"] = (
            setup => new FaultyExecutor(setup) { Sees = job => job with { Reported = null } },
            nameof(ExecutorConformance.ReportsArriveInOrder), ["Reported has nothing"]),
        ["disposed of once"] = (
            setup => new FaultyExecutor(setup) { Ends = time => ObjectDisposedException.ThrowIf(time > 1, typeof(FaultyExecutor)) },
            nameof(ExecutorConformance.MayBeDisposedOfTwice), ["may be disposed of, twice too", "ObjectDisposedException"]),
        ["limits forgotten"] = (
            setup => new InProcessExecutor(setup.RunAsync), nameof(LimitedExecutorConformance.TrialIsEndedAtItsWallTime), ["comes to an outcome"]),
        ["limits without a penalty"] = (
            setup => new FaultyExecutor(setup) { Says = (_, outcome) => outcome with { Value = double.NaN } },
            nameof(LimitedExecutorConformance.TrialIsEndedAtItsWallTime), ["ended with kind WallTime and the penalty as its value", "the penalty is 99"]),
        ["a penalty of its own"] = (
            setup => new FaultyExecutor(setup) { Says = (_, outcome) => outcome with { Value = 1e9 } },
            nameof(LimitedExecutorConformance.TrialWithoutAPenaltyHasNoValue), ["the penalty is NaN", "value 1000000000"]),
        ["minutes taken for milliseconds"] = (
            setup => new FaultyExecutor(setup) { Says = (_, outcome) => TrialOutcome.Fail(FailureKind.WallTime, "too long") },
            nameof(LimitedExecutorConformance.TrialWithinItsLimitsCompletes), ["a trial that is far from its limits is not touched by them"]),
    };

    public static TheoryData<string> FaultNames => [.. Faults.Keys];

    [Fact]
    public async Task GoodExecutor_PassesTheSuite() =>
        Assert.Empty(await Suite.RunAsync(() => new Joined(setup => new FaultyExecutor(setup), TimeSpan.FromMinutes(1))));

    [Theory]
    [MemberData(nameof(FaultNames))]
    public Task FaultyExecutor_IsCaughtByItsPromise(string fault)
    {
        (Func<ExecutorSetup, IExecutor> create, string test, string[] words) = Faults[fault];

        // Those that never come to an outcome are not waited for.
        TimeSpan patience = TimeSpan.FromSeconds(words.Any(word => word.Contains("comes to an outcome", StringComparison.Ordinal)) ? 1 : 60);
        return Suite.CatchesAsync(() => new Joined(create, patience), test, words);
    }

    [Fact]
    public async Task FirstExecutorOfAnOutsider_LeavesProcessesAndPassesTheRest()
    {
        IReadOnlyDictionary<string, Exception> broken = await Suite.RunAsync(() => new Started());

        ConformanceException error = Assert.IsType<ConformanceException>(Assert.Single(broken).Value);
        Assert.Equal(nameof(ExecutorConformance.NoProcessIsLeft), Assert.Single(broken).Key);
        Assert.Contains("no process of its trials is left", error.Message, StringComparison.Ordinal);
        Assert.Contains("left is: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("the last trial was one that leaves a child process behind", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryPromise_IsBrokenByAFaultHere()
    {
        string[] promises = [.. typeof(LimitedExecutorConformance).GetMethods().Where(method => method.IsDefined(typeof(FactAttribute), inherit: true))
            .Select(method => method.Name)];

        // Those of processes are tried above, by an executor that has some.
        Assert.Equal(
            [nameof(ExecutorConformance.DyingTrialFails), nameof(ExecutorConformance.NoProcessIsLeft)],
            promises.Except(Faults.Values.Select(fault => fault.Test)).Order(StringComparer.Ordinal));
    }

    private static TrialOutcome Kind(TrialOutcome outcome, FailureKind from, FailureKind to) =>
        outcome.Failure == from ? outcome with { Failure = to } : outcome;

    private sealed class Joined(Func<ExecutorSetup, IExecutor> create, TimeSpan patience) : LimitedExecutorConformance
    {
        protected override bool HasProcesses => false;

        protected override TimeSpan Patience => patience;

        protected override Task<IExecutor> CreateAsync(ExecutorSetup setup) => Task.FromResult(create(setup));
    }

    private sealed class Started : ExecutorConformance
    {
        protected override bool PassesReports => false;

        protected override Task<IExecutor> CreateAsync(ExecutorSetup setup) => Task.FromResult<IExecutor>(new ProgramExecutor(setup));
    }

    private sealed class Wrapped(
        ExecutorSetup setup, Func<Func<TrialJob, CancellationToken, Task<TrialOutcome>>, TrialJob, CancellationToken, Task<TrialOutcome>> act) : IExecutor
    {
        private readonly InProcessExecutor _good = new(setup.RunAsync, new InProcessOptions { Limits = setup.Limits });

        public Task<TrialOutcome> RunAsync(TrialJob job, CancellationToken cancellation) => act(_good.RunAsync, job, cancellation);

        public ValueTask DisposeAsync() => _good.DisposeAsync();
    }
}
