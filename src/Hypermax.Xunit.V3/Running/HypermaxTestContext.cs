using System.Diagnostics;
using Hypermax.Testing.Results;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Hypermax.Xunit.Running;

/// <summary>What a test runs with: its class is made with its fixtures, and then what the attribute says is done instead of calling the method.</summary>
internal sealed class HypermaxTestContext(
    TestKind kind,
    IXunitTest test,
    ExplicitOption explicitOption,
    IMessageBus bus,
    ExceptionAggregator aggregator,
    CancellationTokenSource stop,
    ParallelMode mode,
    ExecutionScheduler scheduler,
    IReadOnlyCollection<IBeforeAfterTestAttribute> beforeAfter,
    object?[] constructorArguments,
    FixtureMappingManager fixtures)
    : XunitTestRunnerBaseContext<IXunitTest>(test, explicitOption, bus, aggregator, stop, mode, scheduler, beforeAfter, constructorArguments, fixtures)
{
    public override async ValueTask<TimeSpan> InvokeTest(object? testClassInstance)
    {
        Stopwatch clock = Stopwatch.StartNew();
        await Aggregator.RunAsync(() => RunAsync(testClassInstance)).ConfigureAwait(false);
        return clock.Elapsed;
    }

    // On a thread of the pool, where no context of xunit's makes trials wait for each other.
    private async ValueTask RunAsync(object? instance)
    {
        ITestContext current = TestContext.Current;
        void Say(string line) => current.TestOutputHelper?.WriteLine(line);
        RunningTest running = TestBody.Of(Method, Say);
        try
        {
            await Task.Run(() => TestBody.RunAsync(kind, running, Method, instance, current.CancellationToken)).ConfigureAwait(false);
        }
        finally
        {
            // The report of a search that failed is looked at most.
            foreach (string file in running.Files)
            {
                // The media type becomes the extension.
                current.AddAttachment(Path.GetFileNameWithoutExtension(file), await File.ReadAllBytesAsync(file).ConfigureAwait(false), MediaType(file));
            }
        }
    }

    private static string MediaType(string file) => Path.GetExtension(file) switch
    {
        ".html" => "text/html",
        ".csv" => "text/csv",
        ".txt" => "text/plain",
        _ => "application/json",
    };
}
