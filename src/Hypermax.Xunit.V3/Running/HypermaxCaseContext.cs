using Xunit.Sdk;
using Xunit.v3;

namespace Hypermax.Xunit.Running;

/// <summary>What a test case runs with; its test is run by what its attribute says.</summary>
internal sealed class HypermaxCaseContext(
    TestKind kind,
    IXunitTestCase testCase,
    IReadOnlyCollection<IXunitTest> tests,
    ExplicitOption explicitOption,
    IMessageBus bus,
    ExceptionAggregator aggregator,
    CancellationTokenSource stop,
    ParallelMode mode,
    ExecutionScheduler scheduler,
    object?[] constructorArguments,
    FixtureMappingManager fixtures)
    : XunitTestCaseRunnerBaseContext<IXunitTestCase, IXunitTest>(
        testCase,
        tests,
        explicitOption,
        bus,
        aggregator,
        testCase.TestCaseDisplayName,
        testCase.SkipReason,
        stop,
        mode,
        scheduler,
        constructorArguments,
        fixtures)
{
    public override async ValueTask<RunSummary> RunTest(IXunitTest test)
    {
        HypermaxTestContext context = new(
            kind,
            test,
            ExplicitOption,
            MessageBus,
            Aggregator.Clone(),
            CancellationTokenSource,
            ParallelMode,
            Scheduler,
            BeforeAfterTestAttributes,
            ConstructorArguments,
            CaseFixtureMappings);
        await using (context.ConfigureAwait(false))
        {
            await context.InitializeAsync().ConfigureAwait(false);
            return await new HypermaxTestRunner().RunAsync(context).ConfigureAwait(false);
        }
    }
}
