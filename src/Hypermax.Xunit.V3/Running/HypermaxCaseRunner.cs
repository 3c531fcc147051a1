using Xunit.v3;

namespace Hypermax.Xunit.Running;

/// <summary>Runs a test case.</summary>
internal sealed class HypermaxCaseRunner : XunitTestCaseRunnerBase<HypermaxCaseContext, IXunitTestCase, IXunitTest>
{
    public ValueTask<RunSummary> RunAsync(HypermaxCaseContext context) => Run(context);
}
