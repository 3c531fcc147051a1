using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Hypermax.Xunit.Running;

/// <summary>Runs a test case by what its attribute says.</summary>
internal sealed class HypermaxTestCaseRunner(
    HypermaxTestCase testCase,
    TestKind kind,
    IMessageBus bus,
    object[] constructorArguments,
    ExceptionAggregator aggregator,
    CancellationTokenSource stop)
    : XunitTestCaseRunner(testCase, testCase.DisplayName, testCase.SkipReason, constructorArguments, [], bus, aggregator, stop)
{
    protected override XunitTestRunner CreateTestRunner(
        ITest test,
        IMessageBus messageBus,
        Type testClass,
        object[] constructorArguments,
        MethodInfo testMethod,
        object[] testMethodArguments,
        string skipReason,
        IReadOnlyList<BeforeAfterTestAttribute> beforeAfterAttributes,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellationTokenSource) =>
        new HypermaxTestRunner(
            kind, test, messageBus, testClass, constructorArguments, testMethod, skipReason, beforeAfterAttributes, aggregator, cancellationTokenSource);
}
