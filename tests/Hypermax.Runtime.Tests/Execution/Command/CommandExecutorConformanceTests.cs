using Hypermax.Conformance.Executors;

namespace Hypermax.Tests.Execution.Command;

public sealed class CommandExecutorConformanceTests : ExecutorConformance
{
    public static TheoryData<int, string, FailureKind> Cases => CasesFor(ChaosTarget.Command);

    protected override ChaosTarget Target => ChaosTarget.Command;

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Run_Chaos_IsRecordedAndLeavesNothing(int index, string program, FailureKind failure)
    {
        Assert.Equal((program, failure), (ChaosCases.All[index].Program, ChaosCases.All[index].Failure));
        return RunChaosAsync(index);
    }
}
