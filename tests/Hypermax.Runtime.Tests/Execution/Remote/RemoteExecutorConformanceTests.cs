using Hypermax.Chaos.Cases;

namespace Hypermax.Tests.Execution.Remote;

public sealed class RemoteExecutorConformanceTests : ChaosConformance
{
    public static TheoryData<int, string, FailureKind> Cases => CasesFor(ChaosTarget.Remote);

    protected override ChaosTarget Target => ChaosTarget.Remote;

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Run_Chaos_IsRecordedAndLeavesNothing(int index, string program, FailureKind failure)
    {
        Assert.Equal((program, failure), (ChaosCases.All[index].Program, ChaosCases.All[index].Failure));
        return RunChaosAsync(index);
    }
}
