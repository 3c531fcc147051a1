using Hypermax.Conformance.Executors;

namespace Hypermax.Tests.Execution.PythonFunction;

public sealed class PythonFunctionExecutorConformanceTests : ExecutorConformance
{
    public static TheoryData<int, string, FailureKind> Cases => CasesFor(ChaosTarget.Python);

    protected override ChaosTarget Target => ChaosTarget.Python;

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Run_Chaos_IsRecordedAndLeavesNothing(int index, string program, FailureKind failure)
    {
        Assert.Equal((program, failure), (ChaosCases.All[index].Program, ChaosCases.All[index].Failure));
        return RunChaosAsync(index);
    }
}
