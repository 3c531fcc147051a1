using Hypermax.Chaos.Cases;
using Hypermax.Execution.Watchdogs;

namespace Hypermax.Tests.Execution.PythonFunction;

public sealed class PythonFunctionExecutorConformanceTests : ChaosConformance
{
    public static TheoryData<int, string, FailureKind> Cases => CasesFor(ChaosTarget.Python, ControlGroup.Prefix("x") is not null);

    protected override ChaosTarget Target => ChaosTarget.Python;

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Run_Chaos_IsRecordedAndLeavesNothing(int index, string program, FailureKind failure)
    {
        Assert.Equal((program, failure), (ChaosCases.All[index].Program, ChaosCases.All[index].Failure));
        return RunChaosAsync(index);
    }
}
