using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Hypermax.Xunit.Running;

/// <summary>Runs one test, with an output even where its class has asked for none.</summary>
internal sealed class HypermaxTestRunner(
    TestKind kind,
    ITest test,
    IMessageBus bus,
    Type testClass,
    object[] constructorArguments,
    MethodInfo method,
    string skipReason,
    IReadOnlyList<BeforeAfterTestAttribute> beforeAfter,
    ExceptionAggregator aggregator,
    CancellationTokenSource stop)
    : XunitTestRunner(test, bus, testClass, constructorArguments, method, [], skipReason, beforeAfter, aggregator, stop)
{
    protected override async Task<Tuple<decimal, string>> InvokeTestAsync(ExceptionAggregator aggregator)
    {
        // A class that asks for an output is given a function that makes it.
        TestOutputHelper output = new();
        object[] arguments = [.. ConstructorArguments.Select(argument => argument is Func<TestOutputHelper> ? output : argument)];
        output.Initialize(MessageBus, Test);
        HypermaxTestInvoker invoker =
            new(kind, Test, MessageBus, TestClass, arguments, TestMethod, BeforeAfterAttributes, output, aggregator, CancellationTokenSource);
        decimal time = await invoker.RunAsync().ConfigureAwait(false);
        string text = output.Output;
        output.Uninitialize();
        return Tuple.Create(time, text);
    }
}
