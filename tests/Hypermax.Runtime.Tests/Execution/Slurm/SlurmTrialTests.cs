using Hypermax.Execution;
using Hypermax.Execution.InProcess;
using Hypermax.Execution.Limits;
using Hypermax.Execution.Slurm;
using Hypermax.Spaces;

namespace Hypermax.Tests.Execution.Slurm;

/// <summary>What a job does on its node.</summary>
public sealed class SlurmTrialTests : IDisposable
{
    private static readonly SearchSpace Space = new("s", [new NumericParameter("x", Law.Uniform, 0, 1), new CategoricalParameter("kind", ["a", "b"])]);

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("hypermax-node-");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public void Order_EveryMember_IsReadAsItWasWritten()
    {
        TrialJob job = new()
        {
            Number = 12, Seed = -4, Space = Space, Point = [0.1, double.NaN], StudyFolder = _root.FullName, Budget = 27, Continues = 3, IsPartial = true,
            IsPrecheck = true, Slot = 5,
            Limits = new TrialLimits
            {
                WallTime = TimeSpan.FromSeconds(60.5), SoftWallTime = TimeSpan.FromSeconds(50), CpuTime = TimeSpan.FromSeconds(70), MemoryBytes = 1L << 33,
                SystemMemoryBytes = 5, GpuMemoryBytes = 6, OutputBytes = 7, Silence = TimeSpan.FromSeconds(8), Grace = TimeSpan.FromSeconds(0.3), KillLoss = -1,
            },
        };

        TrialJob read = TrialOrder.Read(TrialOrder.Write(job), reported: null);

        Assert.Equal(SpaceJson.Write(Space), SpaceJson.Write(read.Space));
        Assert.Equal(job.Point, read.Point);
        TrialLimits limits = read.Limits! with { GpuProbe = job.Limits.GpuProbe };
        Assert.Equal(job with { Slot = 0 }, read with { Space = Space, Point = job.Point, Limits = job.Limits });
        Assert.Equal(job.Limits, limits);
    }

    [Fact]
    public async Task Outcome_EveryMember_ComesHomeAndTheFirstOneCounts()
    {
        TrialFolder folder = Folder();
        TrialOutcome outcome = new()
        {
            State = TrialState.Failed, Value = double.PositiveInfinity, Failure = FailureKind.Exception, Message = "line\nend, „quoted“",
            Position = new SourcePosition("a.py", 3, 1), Metrics = new Dictionary<string, double> { ["m"] = double.NaN },
            Attributes = new Dictionary<string, string> { ["k"] = "v" }, Usage = new ResourceUsage(1.5, 2, 3, 4, 5), Log = "logs/trial_1.txt",
        };

        Assert.True(OutcomeFile.TryWrite(folder.OutcomeFile, outcome));
        Assert.False(OutcomeFile.TryWrite(folder.OutcomeFile, TrialOutcome.Of(1)));

        TrialOutcome read = OutcomeFile.Read(folder.OutcomeFile)!;
        Assert.Equal((outcome.State, outcome.Value, outcome.Failure, outcome.Message), (read.State, read.Value, read.Failure, read.Message));
        Assert.Equal((outcome.Position, outcome.Usage, outcome.Log), (read.Position, read.Usage, read.Log));
        Assert.Equal((outcome.Metrics["m"], outcome.Attributes["k"]), (read.Metrics["m"], read.Attributes["k"]));
        Assert.Single(folder.Look());

        // A job that is started again when all is done does nothing.
        await using InProcessExecutor never = new((_, _) => throw new InvalidOperationException("It was run again."));
        Assert.Equal(0, await SlurmTrial.RunAsync(folder.Path, never, CancellationToken.None));
    }

    [Fact]
    public async Task Left_JobsOfASearchThatWasKilled_AreTakenUpByTheirTrialAlone()
    {
        string order = TrialOrder.Write(new TrialJob { Number = 1, Seed = 2, Space = Space, Point = [0.5, 1] });
        TrialFolder given = Folder();
        TrialFolder running = Folder();
        await File.WriteAllTextAsync(given.OrderFile, order);
        await File.WriteAllTextAsync(running.OrderFile, order);
        given.Withdraw();

        LeftFolders left = new(_root.FullName);

        Assert.Null(left.Take(order.Replace("\"seed\":2", "\"seed\":3", StringComparison.Ordinal)));
        Assert.Equal(running.Name, left.Take(order)?.Name);
        Assert.Null(left.Take(order));
        Assert.Equal(given.Name, Assert.Single(left.TakeBelow(2)).Name);
    }

    [Fact]
    public async Task Run_Cancelled_SaysNothingSoThatSlurmsWordCounts()
    {
        TrialFolder folder = Folder();
        await File.WriteAllTextAsync(folder.OrderFile, TrialOrder.Write(new TrialJob { Number = 1, Seed = 2, Space = Space, Point = [0.5, 1] }));
        using CancellationTokenSource stop = new(TimeSpan.FromSeconds(0.3));
        await using InProcessExecutor executor = new(async (_, trial) =>
        {
            trial.Report(0.25, 1);
            await Task.Delay(Timeout.Infinite, trial.Cancellation);
            return 0;
        });

        Assert.Equal(130, await SlurmTrial.RunAsync(folder.Path, executor, stop.Token));

        Assert.Equal(["begun_0", "order.json", "reports_0.txt"], folder.Look().Order(StringComparer.Ordinal));
        Assert.Equal([new TrialReport(1, 0.25)], new ReportTail(folder).Read(folder.Look()));
    }

    private TrialFolder Folder()
    {
        TrialFolder folder = new(_root.FullName, TrialFolder.NewName(1, 1));
        Directory.CreateDirectory(folder.Path);
        return folder;
    }
}
