using System.Reflection;
using Hypermax.Testing.Results;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Hypermax.Xunit.Running;

/// <summary>Makes the class of a test with its fixtures, and then does what the attribute says instead of calling the method.</summary>
internal sealed class HypermaxTestInvoker(
    TestKind kind,
    ITest test,
    IMessageBus bus,
    Type testClass,
    object[] constructorArguments,
    MethodInfo method,
    IReadOnlyList<BeforeAfterTestAttribute> beforeAfter,
    ITestOutputHelper output,
    ExceptionAggregator aggregator,
    CancellationTokenSource stop)
    : XunitTestInvoker(test, bus, testClass, constructorArguments, method, [], beforeAfter, aggregator, stop)
{
    protected override async Task<decimal> InvokeTestMethodAsync(object testClassInstance)
    {
        RunningTest running = TestBody.Of(TestMethod, output.WriteLine);

        // On a thread of the pool, where no context of xunit's makes trials wait for each other.
        await Aggregator.RunAsync(() => Timer.AggregateAsync(() => Task.Run(() =>
            TestBody.RunAsync(kind, running, TestMethod, testClassInstance, CancellationTokenSource.Token)))).ConfigureAwait(false);
        return Timer.Total;
    }
}
