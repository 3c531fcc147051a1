using Hypermax.Execution.InProcess;
using Hypermax.Execution.Limits;
using static Hypermax.Tests.Telemetry.TelemetryRecorder;

namespace Hypermax.Tests.Telemetry;

public sealed class MetricTests
{
    private static readonly SearchSpace Space = new("line", [new NumericParameter("x", Law.Uniform, 0, 1)]);

    private readonly string _name = $"metrics-{Guid.NewGuid():N}";

    [Fact]
    public async Task Search_MixedOutcomes_CountsTrialsByStateKillsAndRetries()
    {
        using TelemetryRecorder recorder = new(_name);
        int tries = 0;
        InProcessOptions limits = new() { Limits = new TrialLimits { WallTime = TimeSpan.FromMilliseconds(300), Grace = TimeSpan.FromSeconds(20) } };
        using Study study = Study.Create(
            Space,
            new StudyOptions { Name = _name, Trials = 8, Workers = 2, Method = "random", Pruner = new AlwaysPruner(), Retry = new RetryPolicy(1) });

        await study.RunAsync(new InProcessExecutor(
            async (point, trial) =>
            {
                switch (trial.Number)
                {
                    case 1 when Interlocked.Increment(ref tries) == 1:
                        throw new IOException("busy");
                    case 2:
                        await Task.Delay(Timeout.Infinite, trial.Cancellation);
                        break;
                    case 3:
                        trial.Report(2, 1);
                        break;
                    case 4:
                        return double.NaN;
                }

                return point[0];
            },
            limits));

        Assert.Equal(
            ["complete: 5", "failed not_finite: 1", "failed wall_time: 1", "pruned: 1"],
            recorder.Of("hypermax.trials")
                .GroupBy(one => $"{one.Tags["hypermax.trial.state"]} {one.Tags.GetValueOrDefault("error.type")}".TrimEnd(), StringComparer.Ordinal)
                .Select(group => $"{group.Key}: {group.Sum(one => one.Value)}").Order(StringComparer.Ordinal));
        Assert.Equal("wall_time", Assert.Single(recorder.Of("hypermax.kills")).Tags["hypermax.trial.kill"]);
        Assert.Equal("exception", Assert.Single(recorder.Of("hypermax.retries")).Tags["error.type"]);
        Assert.Equal(8, recorder.Of("hypermax.trial.duration").Count);
        Assert.Equal(
            study.Trials.Sum(trial => trial.Duration.TotalSeconds), recorder.Of("hypermax.trial.duration").Sum(one => one.Value), 6);
        Assert.Equal(8, recorder.Of("hypermax.ask.duration").Count);
        Assert.All(recorder.Of("hypermax.ask.duration"), ask => Assert.True(ask.Value > 0 && "random".Equals(ask.Tags["hypermax.study.method"])));
    }

    [Fact]
    public void Study_AskedAndTold_SaysHowItStands()
    {
        using TelemetryRecorder recorder = new(_name);
        Study study = Study.Create(Space, new StudyOptions { Name = _name, Trials = 10 });
        study.Add(new Point(0.5), 9);
        study.Enqueue(new Point(0.1));
        study.Enqueue(new Point(0.2));
        Trial first = study.Ask()!;
        study.Ask();

        Assert.Equal((2, 8, 0), (recorder.Observe("hypermax.trials.running"), Of("hypermax.trials.remaining"), Of("hypermax.trials.queued")));
        Assert.Equal(9, recorder.Observe("hypermax.best.value"));

        study.Enqueue(new Point(0.3));
        study.Tell(first, 3);
        study.SetTrials(20);

        Assert.Equal((1, 18, 1), (recorder.Observe("hypermax.trials.running"), Of("hypermax.trials.remaining"), Of("hypermax.trials.queued")));
        Assert.Equal(3, recorder.Observe("hypermax.best.value"));

        study.Dispose();

        Assert.Null(recorder.Observe("hypermax.trials.running"));

        double Of(string instrument) => Assert.Single(recorder.Of(instrument)).Value;
    }

    [Fact]
    public void Study_SeveralObjectives_HasTheBestValueOfEach()
    {
        using TelemetryRecorder recorder = new(_name);
        using Study study = Study.Create(
            Space, new StudyOptions { Name = _name, Directions = [Direction.Minimize, Direction.Maximize], ObjectiveNames = ["time", "hits"] });

        study.Tell(study.Ask()!, [2, 5]);
        _ = recorder.Observe("none");

        Assert.Equal(
            ["hits 5", "time 2"],
            recorder.Of("hypermax.best.value").Select(one => $"{one.Tags["hypermax.objective.name"]} {one.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Search_Cancelled_HasNoRunningTrialsAfterwards()
    {
        using TelemetryRecorder recorder = new(_name);
        using CancellationTokenSource stop = new();
        using Study study = Study.Create(Space, new StudyOptions { Name = _name, Trials = 4, Workers = 2 });

        await study.RunAsync(
            new InProcessExecutor(async (_, trial) =>
            {
                await stop.CancelAsync();
                await Task.Delay(Timeout.Infinite, trial.Cancellation);
                return 1;
            }),
            cancellation: stop.Token);

        Assert.Equal(0, recorder.Observe("hypermax.trials.running"));
        Assert.Empty(recorder.Of("hypermax.trials"));
    }

    [Fact]
    public void Study_ThatNobodyDisposedOf_IsNotKeptAlive()
    {
        WeakReference study = Abandon();
        for (int i = 0; i < 10 && study.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(study.IsAlive);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private WeakReference Abandon()
    {
        Study study = Study.Create(Space, new StudyOptions { Name = _name });
        study.Tell(study.Ask()!, 1);
        return new WeakReference(study);
    }
}
