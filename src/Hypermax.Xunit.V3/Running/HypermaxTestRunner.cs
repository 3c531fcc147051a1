using Xunit.v3;

namespace Hypermax.Xunit.Running;

/// <summary>Runs one test.</summary>
internal sealed class HypermaxTestRunner : XunitTestRunnerBase<HypermaxTestContext, IXunitTest>
{
    public ValueTask<RunSummary> RunAsync(HypermaxTestContext context) => Run(context);
}
