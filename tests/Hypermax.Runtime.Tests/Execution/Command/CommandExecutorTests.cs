using Hypermax.Execution;
using Hypermax.Execution.Command;
using Hypermax.Execution.Limits;

namespace Hypermax.Tests.Execution.Command;

public sealed class CommandExecutorTests : IDisposable
{
    private static readonly SearchSpace Space = new("One", [new NumericParameter("x", Law.Uniform, 0, 10)]);
    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax-command-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Run_ParametersOnInput_ArriveAsOneLine()
    {
        TrialOutcome outcome = await RunAsync(Shell("read -r line; echo \"$line\" >&2; test \"$line\" = '{{\"x\":2.5}}' && echo 1"));

        Assert.Equal(1, outcome.Value);

        // The order of lines from two pipes is anybody's guess.
        Assert.Equal(["1", "{\"x\":2.5}"], (await File.ReadAllLinesAsync(Path.Combine(_folder, outcome.Log!))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Run_ProgramThatDoesNotReadItsInput_RunsWell() =>
        Assert.Equal(3, (await RunAsync(Shell("exec 0<&-; echo 3"))).Value);

    [Fact]
    public async Task Run_ResultFile_CountsAndOutputDoesNot()
    {
        TrialOutcome outcome = await RunAsync(
            Shell("echo 7; printf '{{\"loss\":{x},\"n\":1}}' > {$result}") with { ResultFile = "out/{$trial}.json", WorkingDirectory = _folder });

        Assert.Equal((2.5, 1), (outcome.Value, outcome.Metrics["n"]));
    }

    [Fact]
    public async Task Run_ResultFileOfAnEarlierTrial_IsNotTaken()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "r"), "5");

        TrialOutcome outcome = await RunAsync(Shell("true") with { ResultFile = Path.Combine(_folder, "r") });

        Assert.Equal(FailureKind.BadResult, outcome.Failure);
    }

    [Fact]
    public async Task Run_ResultFileThatCannotBeMade_FailsTheTrialAndNotTheSearch()
    {
        TrialOutcome outcome = await RunAsync(Shell("echo 1") with { ResultFile = "/proc/no/{$trial}.json" });

        Assert.Equal(FailureKind.NotStarted, outcome.Failure);
        Assert.Contains("/proc/no", outcome.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Reports_PruneTheProgram()
    {
        TrialOutcome outcome = await RunAsync(Shell("echo '{{\"step\":1,\"value\":4}}'; sleep 600; echo 1"), job => job with { Reported = _ => true });

        Assert.Equal((TrialState.Pruned, 4), (outcome.State, outcome.Value));
    }

    [Fact]
    public async Task Run_SoftLimitObeyed_IsRecordedAsWallTime()
    {
        TrialOutcome outcome = await RunAsync(
            Shell("sleep 600"), limits: new TrialLimits { SoftWallTime = TimeSpan.FromSeconds(0.1), WallTime = TimeSpan.FromMinutes(10), KillLoss = 8 });

        Assert.Equal((FailureKind.WallTime, 8), (outcome.Failure, outcome.Value));
    }

    [Fact]
    public async Task Run_SoftLimitAndResult_KeepsTheResult()
    {
        TrialOutcome outcome = await RunAsync(
            Shell("trap 'echo 2; exit 0' TERM; sleep 600 & wait"),
            limits: new TrialLimits { SoftWallTime = TimeSpan.FromSeconds(1), WallTime = TimeSpan.FromMinutes(10) });

        Assert.Equal((TrialState.Complete, 2), (outcome.State, outcome.Value));
    }

    [Fact]
    public async Task Run_StoppedAfterItsResult_KeepsTheResult()
    {
        string printed = Path.Combine(_folder, "printed");
        using CancellationTokenSource stop = new();
        await using CommandExecutor executor = new(
            Shell($"echo 0.125; touch {printed}; sleep 600"), Space, new CommandOptions { Limits = new TrialLimits { Grace = TimeSpan.Zero } });

        Task<TrialOutcome> running = executor.RunAsync(Job(), stop.Token);
        await FileSign.AppearsAsync(printed);
        await stop.CancelAsync();

        TrialOutcome outcome = await running;
        Assert.Equal((TrialState.Complete, 0.125), (outcome.State, outcome.Value));
    }

    [Fact]
    public async Task Run_SlotEnvironment_ReachesTheProgram()
    {
        CommandOptions options = new() { SlotEnvironment = slot => new Dictionary<string, string?> { ["GPU"] = (slot + 40).ToString() } };
        CommandExecutor executor = new(Shell("echo $GPU.$HYPERMAX_SLOT"), Space, options);

        TrialOutcome outcome = await executor.RunAsync(Job() with { Slot = 2 }, default);

        Assert.Equal(42.2, outcome.Value);
    }

    [Fact]
    public async Task Run_Usage_IsMeasured()
    {
        // The warning comes from the look that measures, so there was one, however busy the machine is.
        TrialOutcome outcome = await RunAsync(
            Shell("trap 'echo 1; exit 0' TERM; while :; do i=1; done"), limits: new TrialLimits { SoftWallTime = TimeSpan.FromSeconds(0.3) });

        Assert.True(outcome.Usage!.CpuSeconds > 0, outcome.Usage.ToString());
        Assert.InRange(outcome.Usage.PeakBytes, 100_000, 100_000_000);
        Assert.InRange(outcome.Usage.MedianBytes, 1, outcome.Usage.PeakBytes);
    }

    [Fact]
    public async Task Run_HugeOutput_KeepsBeginningAndEndOfTheLog()
    {
        TrialOutcome outcome = await RunAsync(Shell("echo first; head -c 3000000 /dev/zero | tr '\\0' 'x'; echo; echo 1"));

        string log = await File.ReadAllTextAsync(Path.Combine(_folder, outcome.Log!));
        Assert.Equal(1, outcome.Value);
        Assert.StartsWith("first\nxxx", log, StringComparison.Ordinal);
        Assert.EndsWith("\n1\n", log, StringComparison.Ordinal);
        Assert.Contains("bytes left out", log, StringComparison.Ordinal);
        Assert.InRange(log.Length, 1 << 20, 1300000);
    }

    private static CommandSpec Shell(string script) => new() { FileName = "sh", Arguments = ["-c", script] };

    private async Task<TrialOutcome> RunAsync(CommandSpec spec, Func<TrialJob, TrialJob>? change = null, TrialLimits? limits = null)
    {
        await using CommandExecutor executor = new(spec, Space, new CommandOptions { Limits = limits ?? TrialLimits.None });
        TrialJob job = Job();
        return await executor.RunAsync(change is null ? job : change(job), default);
    }

    private TrialJob Job() => new() { Number = 1, Space = Space, Point = [2.5], Seed = 1, StudyFolder = _folder };
}
