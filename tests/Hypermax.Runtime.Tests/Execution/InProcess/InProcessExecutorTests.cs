using System.Diagnostics;
using Hypermax.Execution;
using Hypermax.Execution.InProcess;
using Hypermax.Execution.Limits;

namespace Hypermax.Tests.Execution.InProcess;

public sealed class InProcessExecutorTests
{
    private static readonly SearchSpace Space = new("One", [new NumericParameter("x", Law.Uniform, 0, 10)]);

    [Fact]
    public async Task Run_Alone_HasTheProcessorTimeOfItsOwn()
    {
        await using InProcessExecutor executor = new((_, _) =>
        {
            long start = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(start) < TimeSpan.FromMilliseconds(20))
            {
                // Busy.
            }

            return Task.FromResult(1.0);
        });

        TrialOutcome outcome = await executor.RunAsync(Job(), default);

        Assert.True(outcome.Usage!.CpuSeconds > 0);
        Assert.Equal(0, outcome.Usage.PeakBytes);
    }

    [Fact]
    public async Task Run_AnotherBesideIt_NobodysTimeIsRecorded()
    {
        using CountdownEvent both = new(2);
        await using InProcessExecutor executor = new((_, _) =>
        {
            both.Signal();
            both.Wait();
            return Task.FromResult(1.0);
        });

        TrialOutcome[] outcomes = await Task.WhenAll(executor.RunAsync(Job(), default), executor.RunAsync(Job(), default));

        Assert.All(outcomes, outcome => Assert.Null(outcome.Usage));
    }

    [Fact]
    public async Task Run_TrialThatIgnoresItsToken_IsLeftBehindAndSaysSo()
    {
        using ManualResetEventSlim release = new();
        string? said = null;
        InProcessOptions options = new()
        {
            Limits = new TrialLimits { WallTime = TimeSpan.FromSeconds(0.05), Grace = TimeSpan.FromSeconds(0.05) },
            LeftBehind = message => said = message,
        };
        await using InProcessExecutor executor = new((_, _) => Task.FromResult(Hang(release)), options);

        TrialOutcome outcome = await executor.RunAsync(Job(), default);
        release.Set();

        Assert.Equal(FailureKind.WallTime, outcome.Failure);
        Assert.Contains("ignores its cancellation token, so it was left behind", said, StringComparison.Ordinal);
        Assert.Equal(said, outcome.Message);
        Assert.Equal(1, executor.LeftBehindCount);
    }

    [Fact]
    public async Task Run_Exception_NamesTheLineThatThrew()
    {
        await using InProcessExecutor executor = new(static (_, _) => throw new InvalidOperationException("no"));

        TrialOutcome outcome = await executor.RunAsync(Job(), default);

        Assert.Equal((FailureKind.Exception, "InvalidOperationException: no"), (outcome.Failure, outcome.Message));
        Assert.EndsWith("InProcessExecutorTests.cs", outcome.Position!.File, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Prune_TokenAndOutcome()
    {
        await using InProcessExecutor executor = new(async (_, trial) =>
        {
            trial.Report(3, 1);
            await Task.Delay(Timeout.Infinite, trial.Cancellation);
            return 0;
        });

        TrialOutcome outcome = await executor.RunAsync(Job() with { Reported = _ => true }, default);

        Assert.Equal((TrialState.Pruned, 3), (outcome.State, outcome.Value));
    }

    [Fact]
    public async Task Run_SoftLimit_CancelsTheTokenAndAResultStillCounts()
    {
        InProcessOptions options = new() { Limits = new TrialLimits { SoftWallTime = TimeSpan.FromSeconds(0.05), WallTime = TimeSpan.FromSeconds(30) } };
        await using InProcessExecutor executor = new((_, trial) => Task.FromResult(trial.Cancellation.WaitHandle.WaitOne() ? 2.0 : 0), options);

        Assert.Equal(2, (await executor.RunAsync(Job(), default)).Value);
    }

    [Fact]
    public async Task Run_Reports_PutOffSilence()
    {
        TimeSpan silence = TimeSpan.FromSeconds(0.5);
        long lastReport = 0;
        InProcessOptions options = new() { Limits = new TrialLimits { Silence = silence, Grace = TimeSpan.Zero } };
        await using InProcessExecutor executor = new(
            async (_, trial) =>
            {
                await Task.Delay(20, CancellationToken.None);
                lastReport = Stopwatch.GetTimestamp();
                trial.Report(1, 1);
                await Task.Delay(Timeout.Infinite, CancellationToken.None);
                return 0;
            },
            options);

        TrialOutcome outcome = await executor.RunAsync(Job(), default);

        // Counted from the report: were it counted from the beginning, the end would come sooner after the report.
        Assert.Equal(FailureKind.Silence, outcome.Failure);
        Assert.Single(outcome.Reports);
        Assert.True(Stopwatch.GetElapsedTime(lastReport) >= silence);
    }

    [Fact]
    public async Task Run_Artifacts_FolderIsMadeOnFirstUse()
    {
        string folder = Directory.CreateTempSubdirectory("hypermax-artifacts-").FullName;
        try
        {
            await using InProcessExecutor executor = new((_, trial) => Task.FromResult(Directory.Exists(trial.ArtifactsFolder) ? 1.0 : 0));

            Assert.Equal(1, (await executor.RunAsync(Job() with { StudyFolder = folder }, default)).Value);
            Assert.Equal(
                ["artifacts/trial_5"],
                Directory.EnumerateDirectories(folder, "trial_*", SearchOption.AllDirectories).Select(
                    path => Path.GetRelativePath(folder, path).Replace('\\', '/')));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Create_LimitThatNeedsAProcess_IsRefused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => new InProcessExecutor(static (_, _) => Task.FromResult(0.0), new InProcessOptions { Limits = new TrialLimits { MemoryBytes = 1 << 20 } }));

        Assert.Contains("MemoryBytes cannot be limited for trials in one's own process", error.Message, StringComparison.Ordinal);
    }

    private static double Hang(ManualResetEventSlim release)
    {
        release.Wait();
        return 0;
    }

    private static TrialJob Job() => new() { Number = 5, Space = Space, Point = [1], Seed = 1 };
}
