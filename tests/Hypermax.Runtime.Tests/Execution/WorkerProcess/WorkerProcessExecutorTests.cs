using Hypermax.Chaos.Cases;
using Hypermax.Execution;
using Hypermax.Execution.Limits;
using Hypermax.Execution.WorkerProcess;
using Hypermax.Settings;

namespace Hypermax.Tests.Execution.WorkerProcess;

/// <summary>Trials that behave; those that do not are the matter of the conformance suite.</summary>
public sealed class WorkerProcessExecutorTests(WorkerProcessExecutorTests.Worker worker) : IClassFixture<WorkerProcessExecutorTests.Worker>
{
    private readonly WorkerProcessExecutor _executor = worker.Executor;

    /// <summary>One worker for all tests, for none of them harms it.</summary>
    public sealed class Worker : IAsyncLifetime
    {
        public WorkerProcessExecutor Executor { get; private set; } = null!;

        public async Task InitializeAsync() => Executor = await WorkerProcessExecutor.StartAsync(WorkerCommand.For(Built.Chaos, Built.Worker));

        public async Task DisposeAsync() => await Executor.DisposeAsync();
    }

    [Fact]
    public void Start_HandWrittenRegistry_DescribesEveryObjective()
    {
        Assert.Equal(
            ["Chaos", "Echo", "Hazard", "PipeFuzz", "Sayings", "Talker", "Conforming", "Figures"],
            _executor.Objectives.Select(objective => objective.Name));
        Assert.Equal(7, _executor.Objectives[0].Settings.Value(StudySettings.Trials));
        Assert.Equal("maximize", _executor.Objectives[1].Settings.Text(StudySettings.Direction));
        Assert.Equal(0.5, _executor.Objectives[1].Settings.Value(StudySettings.Target));
        Assert.Equal(4, _executor.Objectives[1].Space.Count);
        TrialLimits limits = LimitSettings.Read(_executor.Objectives[2].Settings, new Violations());
        Assert.Equal((TimeSpan.FromSeconds(2), 200L << 20, 4), (limits.WallTime, limits.MemoryBytes, limits.KillLoss));
        Assert.False(LimitSettings.Read(_executor.Objectives[0].Settings, new Violations()).HasAny);
        Assert.Equal("Echo.cs", _executor.Objectives[1].Position.File);
    }

    [Fact]
    public async Task Run_ResultOfFigures_ArrivesWithItsConstraints()
    {
        WorkerObjective figures = _executor.Objectives.Single(objective => objective.Name == "Figures");

        TrialOutcome outcome = await _executor.For("Figures").RunAsync(
            new TrialJob { Number = 0, Space = figures.Space, Point = [0.25], Seed = 1 }, CancellationToken.None);

        Assert.Equal([new ObjectiveGoal("Near"), new ObjectiveGoal("Far", Direction.Maximize)], figures.Goals);
        Assert.Equal([new OutcomeConstraint("p99", 8)], figures.Constraints);
        Assert.Equal((TrialState.Complete, null), (outcome.State, outcome.Message));
        Assert.Equal([0.25, 0.75], outcome.Values!);
        Assert.Equal([new ConstraintValue(new OutcomeConstraint("p99"), 2.5)], outcome.Constraints);
    }

    [Fact]
    public void Start_AttributeOnTrials_ArrivesWhole()
    {
        WorkerObjective echo = _executor.Objectives[1];

        StudyOptions options = StudyPlan.Read(echo.Settings, echo.Space, new Violations());
        TrialLimits limits = LimitSettings.Read(echo.Settings, new Violations());

        Assert.Empty(echo.Violations);
        Assert.True(echo.Settings.Value(TrialSettings.FreshProcess));
        Assert.Equal(2, options.Retry.Times);
        Assert.Equal([FailureKind.ProcessDied], options.Retry.Kinds!);
        Assert.Equal((3, 4, 6), (options.Repeats!.Times, options.Repeats.Leaders, options.Repeats.LeaderTimes));
        Assert.Equal("value - depth", echo.Settings.Text(TrialSettings.Loss));
        Assert.Equal((TimeSpan.FromSeconds(1.5), 2L << 20, null), (limits.SoftWallTime, limits.OutputBytes, limits.Silence));
    }

    [Fact]
    public async Task Start_KilledWhileItStarts_StartsAnother()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        WorkerCommand whole = WorkerCommand.For(Built.Chaos, Built.Worker);
        WorkerCommand killedOnce = whole with
        {
            FileName = "sh",
            Arguments =
            [
                "-c",
                $"[ -e '{folder}/killed' ] || {{ touch '{folder}/killed'; kill -9 $$; }}; exec \"$0\" \"$@\"",
                whole.FileName,
                .. whole.Arguments,
            ],
        };
        try
        {
            await using WorkerProcessExecutor workers = await WorkerProcessExecutor.StartAsync(killedOnce);

            Assert.True(File.Exists(Path.Combine(folder, "killed")));
            Assert.Equal(8, workers.Objectives.Count);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Start_AlwaysKilled_GivesUpWithTheSignal()
    {
        WorkerCommand killed = new() { FileName = "sh", Arguments = ["-c", "echo no memory >&2; kill -9 $$"] };

        ExecutorException error = await Assert.ThrowsAsync<ExecutorException>(() => WorkerProcessExecutor.StartAsync(killed));

        Assert.Contains("signal 9", error.Message, StringComparison.Ordinal);
        Assert.Contains("no memory", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_TrialThatSaysEverything_KeepsEverything()
    {
        List<TrialReport> live = [];

        TrialOutcome outcome = await _executor.For("Echo").RunAsync(EchoJob([0.1, 3, 1, 0.25]) with { Reported = report => Add(live, report) }, default);

        Assert.Equal(TrialState.Complete, outcome.State);
        Assert.Equal(0.1 + 3 + 1 + 0.25, outcome.Value);
        Assert.Equal(3, outcome.Metrics["depth"]);
        Assert.Equal(double.PositiveInfinity, outcome.Metrics["unbounded"]);
        Assert.Equal("it's \"fine\"\n✓", outcome.Attributes["kind"]);
        Assert.Equal([new TrialReport(0, 0), new TrialReport(1, 0.5), new TrialReport(2, 1)], outcome.Reports);
        Assert.Equal(outcome.Reports, live);
        Assert.True(outcome.Usage!.PeakBytes > 1 << 20);
    }

    [Fact]
    public async Task Run_TwoTrials_ShareOneProcess()
    {
        IExecutor echo = _executor.For("Echo");

        TrialOutcome first = await echo.RunAsync(EchoJob([0.1, 3, 0, double.NaN]), default);
        TrialOutcome second = await echo.RunAsync(EchoJob([0.1, 3, 0, double.NaN]), default);

        Assert.Equal(103.1, first.Value);
        Assert.Equal(first.Metrics["calls"] + 1, second.Metrics["calls"]);
        Assert.Equal(first.Metrics["random"], second.Metrics["random"]);
    }

    [Fact]
    public async Task Run_BinFolder_IsTheUsers()
    {
        TrialOutcome outcome = await _executor.For("Echo").RunAsync(EchoJob([0.1, 3, 0, double.NaN]), default);

        Assert.Equal(Path.GetDirectoryName(Built.Chaos), outcome.Attributes["base"].TrimEnd(Path.DirectorySeparatorChar));
    }

    [Fact]
    public async Task Run_Prune_EndsWithLastReport()
    {
        TrialOutcome outcome = await _executor.For("Echo").RunAsync(EchoJob([0.1, 3, 0, double.NaN]) with { Reported = _ => true }, default);

        Assert.Equal(TrialState.Pruned, outcome.State);
        Assert.Equal(outcome.Reports[^1].Value, outcome.Value);
    }

    [Fact]
    public async Task Run_Exception_NamesTheUsersLine()
    {
        TrialOutcome outcome = await _executor.For("Chaos").RunAsync(ChaosJob("throws"), default);

        Assert.Equal("InvalidOperationException: The model's matrix isn't invertible.", outcome.Message);
        Assert.EndsWith("ChaosPrograms.cs", outcome.Position!.File, StringComparison.Ordinal);
        Assert.True(outcome.Position.Line > 10);
    }

    private static bool Add(List<TrialReport> live, TrialReport report)
    {
        live.Add(report);
        return false;
    }

    private TrialJob EchoJob(double[] vector) => new() { Number = 4, Space = _executor.Objectives[1].Space, Point = [.. vector], Seed = 11 };

    private TrialJob ChaosJob(string program)
    {
        SearchSpace space = _executor.Objectives[0].Space;
        return new TrialJob { Number = 1, Space = space, Point = [((CategoricalParameter)space.Parameters[0]).IndexOf(program)], Seed = 1 };
    }
}
