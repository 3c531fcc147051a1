using Hypermax.Chaos.Cases;

namespace Hypermax.Tests.Execution.InProcess;

public sealed class InProcessExecutorConformanceTests : ChaosConformance
{
    public static TheoryData<int, string, FailureKind> Cases => CasesFor(ChaosTarget.InProcess);

    protected override ChaosTarget Target => ChaosTarget.InProcess;

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Run_Chaos_IsRecordedAndLeavesNothing(int index, string program, FailureKind failure)
    {
        Assert.Equal((program, failure), (ChaosCases.All[index].Program, ChaosCases.All[index].Failure));
        return RunChaosAsync(index);
    }
}
