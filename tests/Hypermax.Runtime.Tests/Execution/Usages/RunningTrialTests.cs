using Hypermax.Chaos.Cases;
using Hypermax.Execution;
using Hypermax.Execution.Command;
using Hypermax.Execution.InProcess;
using Hypermax.Execution.Usages;
using Hypermax.Execution.WorkerProcess;
using Hypermax.TestSupport;

namespace Hypermax.Tests.Execution.Usages;

/// <summary>What trials that really run use, as another process reads it.</summary>
public sealed class RunningTrialTests : IDisposable
{
    private static readonly SearchSpace None = new("None", []);

    private readonly string _study = Directory.CreateTempSubdirectory("hypermax-usage-").FullName;
    private readonly CancellationTokenSource _stop = new(TimeSpan.FromMinutes(2));

    private string Folder => Path.Combine(_study, UsageFile.FolderName);

    public void Dispose()
    {
        _stop.Dispose();
        Directory.Delete(_study, recursive: true);
    }

    [Fact]
    public async Task Worker_ThatAllocates_IsSeenToGrow()
    {
        await using WorkerProcessExecutor workers = await WorkerProcessExecutor.StartAsync(WorkerCommand.For(Built.Chaos, Built.Worker));
        SearchSpace space = workers.Objectives[0].Space;
        Point point = [((CategoricalParameter)space.Parameters[0]).IndexOf("grows")];
        Task<TrialOutcome> trial = workers.For("Chaos").RunAsync(Job(space, point), _stop.Token);

        RunningUsage first = await SeeAsync(usage => usage.Bytes > 0);
        RunningUsage later = await SeeAsync(usage => usage.Bytes > first.Bytes + (30 << 20));
        await _stop.CancelAsync();
        TrialOutcome outcome = await trial;

        Assert.InRange(later.PeakBytes, later.Bytes, outcome.Usage!.PeakBytes);
        Assert.True(later.Seconds > first.Seconds && first.Seconds >= 1);
        Assert.InRange(later.CpuSeconds, first.CpuSeconds, outcome.Usage.CpuSeconds);
        Assert.False(later.IsShared);
        Assert.False(Directory.Exists(Folder), "It is still there although the trial has ended.");
    }

    [UnixFact]
    public async Task Command_IsMeasuredAsTheTreeOfItsProcesses()
    {
        CommandExecutor executor = new(new CommandSpec { FileName = "sh", Arguments = ["-c", "sleep 600; echo 1"] }, None);
        Task<TrialOutcome> trial = executor.RunAsync(Job(None, []), _stop.Token);

        RunningUsage usage = await SeeAsync(usage => usage.Bytes > 0);
        await _stop.CancelAsync();
        await trial;

        Assert.InRange(usage.Bytes, 1, 100 << 20);
        Assert.False(usage.IsShared);
    }

    [Fact]
    public async Task InProcess_HasTheMemoryOfTheProcessAndSaysSo()
    {
        InProcessExecutor executor = new(async (_, context) =>
        {
            await Task.Delay(Timeout.Infinite, context.Cancellation);
            return 0;
        });
        Task<TrialOutcome> trial = executor.RunAsync(Job(None, []), _stop.Token);

        RunningUsage usage = await SeeAsync(usage => usage.Bytes > 0);
        await _stop.CancelAsync();
        await trial;

        Assert.True(usage.IsShared);
        Assert.True(double.IsNaN(usage.CpuSeconds));
        Assert.InRange(usage.Bytes, 10 << 20, usage.PeakBytes);
        Assert.False(Directory.Exists(Folder), "It is still there although the trial has ended.");
    }

    [Fact]
    public async Task Folder_ThatTakesNothing_HarmsNoTrial()
    {
        await File.WriteAllTextAsync(Folder, "in the way");
        InProcessExecutor executor = new(async (_, _) =>
        {
            await Task.Delay(1600);
            return 0.5;
        });

        TrialOutcome outcome = await executor.RunAsync(Job(None, []), _stop.Token);

        Assert.Equal((TrialState.Complete, 0.5), (outcome.State, outcome.Value));
        Assert.Equal("in the way", await File.ReadAllTextAsync(Folder));
    }

    private TrialJob Job(SearchSpace space, Point point) => new() { Number = 5, Space = space, Point = point, Seed = 1, StudyFolder = _study };

    private async Task<RunningUsage> SeeAsync(Func<RunningUsage, bool> isIt)
    {
        UsageReader reader = new(_study, TimeProvider.System);
        while (true)
        {
            if (reader.Read().TryGetValue(5, out RunningUsage usage) && isIt(usage))
            {
                return usage;
            }

            await Task.Delay(50, _stop.Token);
        }
    }
}
