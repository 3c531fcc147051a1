using System.Diagnostics;
using Hypermax.Chaos;
using Hypermax.Chaos.Cases;
using Hypermax.Execution;
using Hypermax.Execution.Command;
using Hypermax.Execution.InProcess;
using Hypermax.Execution.Limits;
using Hypermax.Execution.Prechecks;
using Hypermax.Execution.Repeats;
using Hypermax.Execution.WorkerProcess;
using static Hypermax.Tests.Telemetry.TelemetryRecorder;

namespace Hypermax.Tests.Telemetry;

public sealed class SpanTests
{
    private static readonly SearchSpace Space = new("line", [new NumericParameter("x", Law.Uniform, 0, 1)]);

    private readonly string _name = $"spans-{Guid.NewGuid():N}";

    [Fact]
    public async Task Search_SeveralWorkers_HasATrialForEachNumberAndARunForEachTrial()
    {
        using TelemetryRecorder recorder = new(_name);

        StudyResult result = await RunAsync(new StudyOptions { Trials = 12, Workers = 3, Method = "random", Seed = 7 }, async (point, _) =>
        {
            await Task.Delay(5);
            return point[0];
        });

        Activity search = recorder.Search;
        Assert.Equal(("trials", 12), (search.GetTagItem("hypermax.search.stop_reason"), search.GetTagItem("hypermax.search.trials")));
        Assert.Equal(result.Best!.Number, search.GetTagItem("hypermax.search.best_trial"));
        Assert.Equal(result.BestValue, search.GetTagItem("hypermax.search.best_value"));
        Assert.Equal(("random", 7L), (search.GetTagItem("hypermax.study.method"), search.GetTagItem("hypermax.study.seed")));
        Assert.Equal(Enumerable.Range(0, 12), recorder.Trials.Select(Number));
        Assert.All(recorder.Trials, trial => Assert.Equal(search.SpanId, trial.ParentSpanId));
        Assert.All(recorder.Trials, trial => Assert.True(Is(Assert.Single(recorder.RunsOf(trial)), "hypermax.executor.name", "in_process")));
        Assert.Equal(result.Trials.Select(trial => (object?)trial.Value), recorder.Trials.Select(trial => trial.GetTagItem("hypermax.trial.value")));
        Assert.Equal([0, 1, 2], recorder.Trials.Select(trial => (int)trial.GetTagItem("hypermax.trial.worker")!).Distinct().Order());
        Assert.All(recorder.Trials, trial => Assert.Equal(ActivityStatusCode.Unset, trial.Status));
    }

    [Fact]
    public async Task Objective_OwnSpans_LieWithinTheRunOfTheTrial()
    {
        using TelemetryRecorder recorder = new(_name);
        List<ActivitySpanId> parents = [];

        await RunAsync(new StudyOptions { Trials = 2 }, (_, _) =>
        {
            parents.Add(Activity.Current!.SpanId);
            return Task.FromResult(1.0);
        });

        Assert.Equal(recorder.Trials.Select(trial => recorder.RunsOf(trial)[0].SpanId), parents);
        Assert.Null(Activity.Current);
    }

    [Fact]
    public async Task Trials_FailedKilledAndPruned_SayWhyAndOnlyFailuresAreErrors()
    {
        using TelemetryRecorder recorder = new(_name);
        InProcessOptions limits = new() { Limits = new TrialLimits { WallTime = TimeSpan.FromMilliseconds(300), Grace = TimeSpan.FromSeconds(20) } };

        await RunAsync(
            new StudyOptions { Trials = 4, Method = "random", Pruner = new AlwaysPruner() },
            async (_, trial) =>
            {
                switch (trial.Number)
                {
                    case 0:
                        return 1;
                    case 1:
                        throw new InvalidOperationException("no data");
                    case 2:
                        await Task.Delay(Timeout.Infinite, trial.Cancellation);
                        return 1;
                    default:
                        trial.Report(2, 1);
                        return 1;
                }
            },
            limits);

        Assert.Equal(["complete", "failed", "failed", "pruned"], recorder.Trials.Select(trial => trial.GetTagItem("hypermax.trial.state")));
        Assert.Equal([null, "exception", "wall_time", null], recorder.Trials.Select(trial => trial.GetTagItem("error.type")));
        Assert.Equal([null, null, "wall_time", null], recorder.Trials.Select(trial => trial.GetTagItem("hypermax.trial.kill")));
        Assert.Equal(
            [ActivityStatusCode.Unset, ActivityStatusCode.Error, ActivityStatusCode.Error, ActivityStatusCode.Unset],
            recorder.Trials.Select(trial => trial.Status));
        Assert.Equal("InvalidOperationException: no data", recorder.Trials[1].StatusDescription);
        Assert.Equal("exception", Assert.Single(recorder.RunsOf(recorder.Trials[1])).GetTagItem("error.type"));
    }

    [Fact]
    public async Task Trial_RepeatedTriedAgainAndPrechecked_HasARunForEach()
    {
        using TelemetryRecorder recorder = new(_name);
        int runs = 0;

        await RunAsync(
            new StudyOptions
            {
                Trials = 1,
                Repeats = new RepeatOptions { Times = 3 },
                Retry = new RetryPolicy(2),
                Precheck = new PrecheckOptions { Limits = new TrialLimits { WallTime = TimeSpan.FromSeconds(20) } },
            },
            (_, _) => ++runs == 2 ? throw new IOException("busy") : Task.FromResult(1.0));

        Activity trial = Assert.Single(recorder.Trials);
        IReadOnlyList<Activity> spans = recorder.RunsOf(trial);
        Assert.Equal(1L, trial.GetTagItem("hypermax.trial.retries"));

        // Precheck and a repeat that failed; then the precheck again and three repeats.
        Assert.Equal([true, null, true, null, null, null], spans.Select(span => span.GetTagItem("hypermax.executor.precheck")));
        Assert.Equal([null, "exception", null, null, null, null], spans.Select(span => span.GetTagItem("error.type")));
        Assert.Equal("complete", trial.GetTagItem("hypermax.trial.state"));
    }

    [Fact]
    public async Task Search_Cancelled_EndsAllSpansAndIsNoError()
    {
        using TelemetryRecorder recorder = new(_name);
        using CancellationTokenSource stop = new();

        await RunAsync(
            new StudyOptions { Trials = 5 },
            async (_, trial) =>
            {
                if (trial.Number == 1)
                {
                    await stop.CancelAsync();
                    await Task.Delay(Timeout.Infinite, trial.Cancellation);
                }

                return 1;
            },
            cancellation: stop.Token);

        Assert.Equal("cancelled", recorder.Search.GetTagItem("hypermax.search.stop_reason"));
        Assert.Equal(["complete", "cancelled"], recorder.Trials.Select(trial => trial.GetTagItem("hypermax.trial.state")));
        Assert.All(recorder.Trials, trial => Assert.Equal(ActivityStatusCode.Unset, trial.Status));
    }

    [Fact]
    public async Task Search_ThatCannotGoOn_IsAnErrorWithItsMessage()
    {
        using TelemetryRecorder recorder = new(_name);
        StudyOptions options = new() { Trials = 3, BeforeTrial = _ => throw new InvalidOperationException("no room") };

        await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(options, (_, _) => Task.FromResult(1.0)));

        Assert.Equal((ActivityStatusCode.Error, "no room"), (recorder.Search.Status, recorder.Search.StatusDescription));
        Assert.Equal("System.InvalidOperationException", recorder.Search.GetTagItem("error.type"));
    }

    [Fact]
    public void AskAndTell_ByHand_HasASpanWithinThatOfTheTeller()
    {
        using TelemetryRecorder recorder = new(_name);
        using Study study = Study.Create(Space, new StudyOptions { Name = _name });
        using Activity outer = new Activity("outer").Start();

        Trial first = study.Ask()!;
        study.Tell(first, 0.5);
        study.Tell(study.Ask()!, double.NaN);

        Assert.Equal(outer, Activity.Current);
        Assert.Equal(["complete", "failed"], recorder.Trials.Select(trial => trial.GetTagItem("hypermax.trial.state")));
        Assert.Equal("not_finite", recorder.Trials[1].GetTagItem("error.type"));
        Assert.All(recorder.Trials, trial => Assert.Equal(outer.SpanId, trial.ParentSpanId));
        Assert.Equal(study.Trials[0].Started.UtcDateTime, recorder.Trials[0].StartTimeUtc);
    }

    [Fact]
    public async Task Program_StartedForATrial_GetsTheContextOfItsRun()
    {
        using TelemetryRecorder recorder = new(_name);
        using Study study = Study.Create(Space, new StudyOptions { Name = _name, Trials = 1 });
        CommandSpec spec = new() { FileName = "sh", Arguments = ["-c", """echo "{{\"loss\": 1, \"trace\": \"$TRACEPARENT\"}}" """] };
        await using IExecutor executor = new CommandExecutor(spec, Space);

        StudyResult result = await study.RunAsync(executor);

        Activity run = Assert.Single(recorder.RunsOf(Assert.Single(recorder.Trials)));
        Assert.Equal(run.Id, result.Trials[0].Outcome!.Attributes["trace"]);
    }

    [Fact]
    public async Task Worker_ProcessOfManyTrials_GivesEachTheContextOfItsRun()
    {
        await using WorkerProcessExecutor workers = await WorkerProcessExecutor.StartAsync(WorkerCommand.For(Built.Chaos, Built.Worker));
        using TelemetryRecorder recorder = new(_name);
        int trace = Sayings.All.Keys.ToList().IndexOf("trace");
        using Study study = Study.Create(Space, new StudyOptions { Name = _name, Trials = 2, Method = "random" });

        StudyResult result = await study.RunAsync(new Saying(workers.For("Sayings"), trace));

        Assert.Equal(2, recorder.Trials.Count);
        foreach ((Activity trial, TrialRecord record) in recorder.Trials.Zip(result.Trials))
        {
            Activity run = Assert.Single(recorder.RunsOf(trial));
            Assert.Equal((run.Id, run.Id), (record.Outcome!.Attributes["parent"], record.Outcome.Attributes["program"]));
        }
    }

    [Fact]
    public async Task Worker_NobodyListens_HasNoContext()
    {
        await using WorkerProcessExecutor workers = await WorkerProcessExecutor.StartAsync(WorkerCommand.For(Built.Chaos, Built.Worker));

        TrialOutcome outcome = await workers.For("Sayings").RunAsync(ChaosHarness.Job(Sayings.Space, "trace", 0, null), default);

        Assert.Equal(("none", "none"), (outcome.Attributes["parent"], outcome.Attributes["program"]));
    }

    // Says one and the same thing, whatever the point of the study is.
    private sealed class Saying(IExecutor executor, int what) : IExecutor
    {
        public Task<TrialOutcome> RunAsync(TrialJob job, CancellationToken cancellation) =>
            executor.RunAsync(job with { Space = Sayings.Space, Point = [what] }, cancellation);

        public ValueTask DisposeAsync() => executor.DisposeAsync();
    }

    private async Task<StudyResult> RunAsync(
        StudyOptions options, Func<Point, TrialContext, Task<double>> objective, InProcessOptions? how = null, CancellationToken cancellation = default)
    {
        using Study study = Study.Create(Space, options with { Name = _name });
        return await study.RunAsync(new InProcessExecutor(objective, how), cancellation: cancellation);
    }
}
