using Hypermax.Conformance;
using Hypermax.Execution;
using Hypermax.Execution.Limits;

namespace Hypermax.Chaos.Cases;

/// <summary>What every executor of this repository must do: keep the promises of the published suite, and record each chaos program as it should.</summary>
public abstract class ChaosConformance : LimitedExecutorConformance
{
    /// <summary>Gets the kind of executor under test.</summary>
    protected abstract ChaosTarget Target { get; }

    protected override bool HasProcesses => Target != ChaosTarget.InProcess;

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

    protected override Task<IExecutor> CreateAsync(ExecutorSetup setup) => ConformingBench.StartAsync(Target, setup);

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
