using Hypermax.Execution;
using Hypermax.Execution.Limits;

namespace Hypermax.Conformance.Executors;

/// <summary>What every executor must do, whatever a trial does; an executor joins with one subclass.</summary>
public abstract class ExecutorConformance
{
    /// <summary>Gets the kind of executor under test.</summary>
    protected abstract ChaosTarget Target { get; }

    /// <summary>Gets the cases for one kind of executor, by their place in the list of all.</summary>
    /// <param name="target">The kind.</param>
    /// <param name="hasControlGroups">Whether the executor may make control groups on this machine; by default it may not.</param>
    public static TheoryData<int, string, FailureKind> CasesFor(ChaosTarget target, bool hasControlGroups = false)
    {
        TheoryData<int, string, FailureKind> cases = [];
        for (int i = 0; i < ChaosCases.All.Count; i++)
        {
            if (ChaosCases.All[i].IsFor(target, hasControlGroups))
            {
                cases.Add(i, ChaosCases.All[i].Program, ChaosCases.All[i].Failure);
            }
        }

        return cases;
    }

    [Fact]
    public async Task Run_CancelledBefore_SaysSoAndStartsNothing()
    {
        (IExecutor executor, SearchSpace space, _) = await ChaosBench.StartAsync(Target, TrialLimits.None, "none");
        await using (executor)
        {
            TrialOutcome outcome = await executor.RunAsync(ChaosHarness.Job(space, "good", 0, null), new CancellationToken(canceled: true));

            Assert.Equal(FailureKind.Cancelled, outcome.Failure);
        }
    }

    [Fact]
    public async Task Run_CancelledWhileRunning_EndsTheTrialWithoutPenalty()
    {
        string mark = Guid.NewGuid().ToString("N");
        (IExecutor executor, SearchSpace space, _) = await ChaosBench.StartAsync(
            Target, new TrialLimits { WallTime = TimeSpan.FromMinutes(10), KillLoss = 5, Grace = TimeSpan.FromSeconds(0.1) }, mark);
        await using (executor)
        {
            using CancellationTokenSource stop = new(TimeSpan.FromSeconds(0.3));

            TrialOutcome outcome = await executor.RunAsync(ChaosHarness.Job(space, "sleeps", 0, null), stop.Token);

            Assert.Equal(FailureKind.Cancelled, outcome.Failure);
            Assert.True(double.IsNaN(outcome.Value));
        }

        Assert.Empty(Survivors.Of(mark));
    }

    /// <summary>Runs one case of the chaos table; subclasses make a theory of it.</summary>
    /// <param name="index">Its place in the list.</param>
    protected async Task RunChaosAsync(int index)
    {
        ChaosCase chaos = ChaosCases.All[index];

        ChaosResult result = await ChaosHarness.RunAsync(Target, chaos);

        Assert.True(
            chaos.State == result.Outcome.State && chaos.Failure == result.Outcome.Failure,
            $"{result.Outcome.State} {result.Outcome.Failure}: {result.Outcome.Message}");
        Assert.Equal(chaos.Value, result.Outcome.Value);
        Assert.True(result.Recovered, "The next trial did not run well.");
        Assert.Empty(result.Survivors);
        if (chaos.Failure == FailureKind.Memory)
        {
            Assert.True(result.Outcome.Usage!.PeakBytes > chaos.Limits.MemoryBytes);
        }

        if (chaos.State == TrialState.Failed)
        {
            Assert.False(string.IsNullOrWhiteSpace(result.Outcome.Message));
        }
    }
}
