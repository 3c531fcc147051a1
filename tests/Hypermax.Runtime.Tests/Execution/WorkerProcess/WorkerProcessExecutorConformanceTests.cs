using Hypermax.Chaos.Cases;

namespace Hypermax.Tests.Execution.WorkerProcess;

public sealed class WorkerProcessExecutorConformanceTests : ChaosConformance
{
    public static TheoryData<int, string, FailureKind> Cases => CasesFor(ChaosTarget.Worker);

    protected override ChaosTarget Target => ChaosTarget.Worker;

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Run_Chaos_IsRecordedAndLeavesNothing(int index, string program, FailureKind failure)
    {
        Assert.Equal((program, failure), (ChaosCases.All[index].Program, ChaosCases.All[index].Failure));
        return RunChaosAsync(index);
    }
}
