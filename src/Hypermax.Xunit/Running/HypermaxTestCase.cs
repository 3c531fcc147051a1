using System.ComponentModel;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Hypermax.Xunit.Running;

/// <summary>A test that xunit discovers, filters and skips like a fact, and that runs a search or a check instead of its method.</summary>
public sealed class HypermaxTestCase : XunitTestCase
{
    private TestKind _kind;

    /// <summary>Creates a test case; called by xunit, which then reads it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("Called by xunit.")]
    public HypermaxTestCase()
    {
    }

    /// <summary>Creates a test case.</summary>
    /// <param name="diagnostics">Takes what xunit wants to know.</param>
    /// <param name="display">How tests are named.</param>
    /// <param name="options">How names are written.</param>
    /// <param name="testMethod">The method.</param>
    /// <param name="kind">What the test does.</param>
    public HypermaxTestCase(IMessageSink diagnostics, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod testMethod, TestKind kind)
        : base(diagnostics, display, options, testMethod) => _kind = kind;

    /// <inheritdoc/>
    public override Task<RunSummary> RunAsync(
        IMessageSink diagnosticMessageSink,
        IMessageBus messageBus,
        object[] constructorArguments,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellationTokenSource) =>
        new HypermaxTestCaseRunner(
            this, _kind, new CancellingBus(messageBus, cancellationTokenSource), constructorArguments, aggregator, cancellationTokenSource).RunAsync();

    /// <inheritdoc/>
    public override void Serialize(IXunitSerializationInfo data)
    {
        base.Serialize(data);
        data.AddValue("Kind", (int)_kind);
    }

    /// <inheritdoc/>
    public override void Deserialize(IXunitSerializationInfo data)
    {
        base.Deserialize(data);
        _kind = (TestKind)data.GetValue<int>("Kind");
    }
}
