using Hypermax.Execution.Command;
using Hypermax.Execution.InProcess;
using Hypermax.Execution.Limits;
using Hypermax.Execution.Prechecks;
using Hypermax.Execution.Repeats;

namespace Hypermax.Tests.Execution.Prechecks;

/// <summary>Every trial runs for a short while first, and as a whole only when that went well.</summary>
public class PrecheckTests
{
    private static readonly SearchSpace Space = new(
        "slow", [new NumericParameter("x", Law.Uniform, 0, 1), new NumericParameter("epochs", Law.Uniform, 1, 50, isInteger: true)]);

    [Fact]
    public async Task RunAsync_PrecheckPasses_TheWholeTrialCountsOnce()
    {
        List<(bool IsPrecheck, double Epochs)> seen = [];
        StudyOptions options = new()
        {
            Trials = 3, Method = "random", Precheck = new PrecheckOptions { Values = new Dictionary<string, string> { ["epochs"] = "1" } },
        };

        StudyResult result = await RunAsync(options, (point, trial) =>
        {
            lock (seen)
            {
                seen.Add((trial.IsPrecheck, point[1]));
            }

            trial.Report(5, 1);
            return trial.IsPrecheck ? double.NaN : point[0];
        });

        Assert.Equal(3, result.Trials.Count);
        Assert.All(result.Trials, trial => Assert.Equal((TrialState.Complete, trial.Point[0], 1), (trial.State, trial.Value, trial.Outcome!.Reports.Count)));
        Assert.All(result.Trials, trial => Assert.True(trial.Outcome!.Metrics["precheck.seconds"] >= 0));
        Assert.Equal([(true, 1), (false, result.Trials[0].Point[1]), (true, 1)], seen.Take(3));
    }

    [Fact]
    public async Task RunAsync_PrecheckFails_TheTrialHasFailedWithTheReasonAndDoesNotRun()
    {
        int whole = 0;
        StudyOptions options = new() { Trials = 2, Method = "random", Precheck = new PrecheckOptions() };

        StudyResult result = await RunAsync(
            options, (_, trial) => trial.IsPrecheck ? throw new InvalidOperationException("too large") : Interlocked.Increment(ref whole));

        Assert.All(result.Trials, trial => Assert.Equal((TrialState.Failed, FailureKind.Exception), (trial.State, trial.Outcome!.Failure)));
        Assert.StartsWith("In the precheck: ", result.Trials[0].Outcome!.Message, StringComparison.Ordinal);
        Assert.Contains("too large", result.Trials[0].Outcome!.Message, StringComparison.Ordinal);
        Assert.Equal(0, whole);
    }

    // Else every trial would fail for it, one after the other.
    [Fact]
    public async Task RunAsync_MemoryLimitInOnesOwnProcess_IsRefusedBeforeTheFirstTrial()
    {
        StudyOptions options = new() { Trials = 2, Method = "random", Precheck = new PrecheckOptions { Limits = new TrialLimits { MemoryBytes = 1 << 30 } } };

        ArgumentException error = await Assert.ThrowsAsync<ArgumentException>(() => RunAsync(options, (point, _) => point[0]));

        Assert.StartsWith("In the precheck MemoryBytes cannot be limited for trials in one's own process", error.Message, StringComparison.Ordinal);
        Assert.Contains("Run the objective in worker processes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_SlowPrecheckOfAProgram_EndsAtItsOwnLimitWithThePenalty()
    {
        CommandSpec spec = CommandSpec.Parse("""sh -c "if [ -n \"$HYPERMAX_PRECHECK\" ]; then sleep 30; fi; echo 1" """);
        await using CommandExecutor executor = new(spec, Space, new CommandOptions { Limits = new TrialLimits { WallTime = TimeSpan.FromMinutes(5) } });
        StudyOptions options = new()
        {
            Trials = 1,
            Method = "random",
            Precheck = new PrecheckOptions
            {
                Limits = new TrialLimits { WallTime = TimeSpan.FromMilliseconds(200), Grace = TimeSpan.Zero, KillLoss = 7 },
            },
        };
        using Study study = Study.Create(Space, options);

        StudyResult result = await study.RunAsync(executor);

        TrialRecord trial = Assert.Single(result.Trials);
        Assert.Equal((TrialState.Failed, FailureKind.WallTime, 7), (trial.State, trial.Outcome!.Failure, trial.Value));
        Assert.Equal("In the precheck: The trial took longer than its limit of 0.2 s.", trial.Outcome.Message);
    }

    [Fact]
    public async Task RunAsync_WithRepeats_OnePrecheckForAllOfThem()
    {
        int checks = 0;
        StudyOptions options = new() { Trials = 1, Method = "random", Precheck = new PrecheckOptions(), Repeats = new RepeatOptions { Times = 3 } };

        StudyResult result = await RunAsync(options, (_, trial) => trial.IsPrecheck ? Interlocked.Increment(ref checks) : 2);

        Assert.Equal((1, 2, 3), (checks, result.Trials[0].Value, result.Trials[0].Outcome!.Metrics["repeats"]));
    }

    [Theory]
    [InlineData("epoch", "1", "Did you mean 'epochs'?")]
    [InlineData("epochs", "0", "it must lie between 1 and 50")]
    public void Create_PrecheckValueThatCannotBe_SaysSo(string name, string value, string words)
    {
        StudyOptions options = new() { Precheck = new PrecheckOptions { Values = new Dictionary<string, string> { [name] = value } } };

        ArgumentException error = Assert.Throws<ArgumentException>(() => Study.Create(Space, options));

        Assert.Contains("'Precheck.Values' cannot be used.", error.Message, StringComparison.Ordinal);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_PrecheckValueThatOthersDependOn_IsRefused()
    {
        StudyOptions options = new() { Precheck = new PrecheckOptions { Values = new Dictionary<string, string> { ["kind"] = "a" } } };

        ArgumentException error = Assert.Throws<ArgumentException>(() => Study.Create(Studies.TestSpaces.Mixed, options));

        Assert.Contains("which other parameters depend on", error.Message, StringComparison.Ordinal);
    }

    private static async Task<StudyResult> RunAsync(StudyOptions options, Func<Point, TrialContext, double> objective)
    {
        using Study study = Study.Create(Space, options);
        return await study.RunAsync(new InProcessExecutor((point, trial) => Task.FromResult(objective(point, trial))));
    }
}
