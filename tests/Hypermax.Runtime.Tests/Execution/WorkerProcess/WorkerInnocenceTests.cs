using Hypermax.Chaos;
using Hypermax.Chaos.Cases;
using Hypermax.Execution;
using Hypermax.Execution.Limits;
using Hypermax.Execution.WorkerProcess;

namespace Hypermax.Tests.Execution.WorkerProcess;

/// <summary>What an earlier trial did to the process is not put down to the next one.</summary>
public sealed class WorkerInnocenceTests
{
    private static readonly WorkerOptions Limited = new()
    {
        Limits = new TrialLimits { WallTime = TimeSpan.FromSeconds(4), Silence = TimeSpan.FromSeconds(3), Grace = TimeSpan.FromSeconds(0.1) },
    };

    [Theory]
    [InlineData("starves-pool", 0)]
    [InlineData("stopped-later", 1)]
    public async Task Run_AfterOneThatLeftTheProcessUseless_BeginsElsewhere(string first, double pause)
    {
        await using WorkerProcessExecutor workers = await WorkerProcessExecutor.StartAsync(WorkerCommand.For(Built.Chaos, Built.Worker));
        IExecutor chaos = workers.For("Chaos", Limited);

        TrialOutcome guilty = await workers.For("Chaos").RunAsync(ChaosHarness.Job(ChaosObjectives.Space, first, 0, null), default);
        await Task.Delay(TimeSpan.FromSeconds(pause));
        TrialOutcome next = await chaos.RunAsync(ChaosHarness.Job(ChaosObjectives.Space, "good", 1, null), default);

        Assert.Equal((TrialState.Complete, 0.5), (guilty.State, guilty.Value));
        Assert.True(next is { State: TrialState.Complete, Value: 0.25 }, next.Message);
    }

    [Fact]
    public async Task Run_AfterPrintsWereBroken_KeepsWhatTheNextOnePrints()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            await using WorkerProcessExecutor workers = await WorkerProcessExecutor.StartAsync(WorkerCommand.For(Built.Chaos, Built.Worker));
            foreach (string breaking in new[] { "breaks-console", "disposes-console", "closes-output-and-ends" })
            {
                TrialOutcome first = await workers.For("Chaos").RunAsync(ChaosHarness.Job(ChaosObjectives.Space, breaking, 0, folder), default);
                TrialOutcome next = await workers.For("Chaos").RunAsync(ChaosHarness.Job(ChaosObjectives.Space, "prints-protocol", 1, folder), default);

                Assert.Equal((0.5, 0.5), (first.Value, next.Value));
                Assert.Contains("error CS0001", await File.ReadAllTextAsync(Path.Combine(folder, next.Log!)), StringComparison.Ordinal);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
