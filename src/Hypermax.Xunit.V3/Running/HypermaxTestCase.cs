using System.ComponentModel;
using Xunit.Sdk;
using Xunit.v3;

namespace Hypermax.Xunit.Running;

/// <summary>A test that xunit discovers, filters and skips like a fact, and that runs a search or a check instead of its method.</summary>
public sealed class HypermaxTestCase : XunitTestCase, ISelfExecutingXunitTestCase
{
    private TestKind _kind;

    /// <summary>Creates a test case; called by xunit, which then reads it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("Called by xunit.")]
    public HypermaxTestCase()
    {
    }

    internal HypermaxTestCase(
        TestKind kind,
        IXunitTestMethod method,
        string displayName,
        string uniqueId,
        bool isExplicit,
        Type[]? skipExceptions,
        string? skipReason,
        Type? skipType,
        string? skipUnless,
        string? skipWhen,
        Dictionary<string, HashSet<string>> traits,
        string? file,
        int? line)
        : base(
            method, displayName, uniqueId, isExplicit, skipExceptions, skipReason, skipType, skipUnless, skipWhen, traits,
            testMethodArguments: [], file, line, timeout: null) => _kind = kind;

    /// <inheritdoc/>
    public async ValueTask<RunSummary> Run(
        ExplicitOption explicitOption,
        IMessageBus messageBus,
        object?[] constructorArguments,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellationTokenSource,
        ParallelMode parallelMode,
        ExecutionScheduler scheduler,
        FixtureMappingManager methodFixtureMappings)
    {
        IReadOnlyCollection<IXunitTest> tests = await aggregator.RunAsync(CreateTests, []).ConfigureAwait(false);
        HypermaxCaseContext context = new(
            _kind,
            this,
            tests,
            explicitOption,
            messageBus,
            aggregator,
            cancellationTokenSource,
            parallelMode,
            scheduler,
            constructorArguments,
            methodFixtureMappings);
        await using (context.ConfigureAwait(false))
        {
            await context.InitializeAsync().ConfigureAwait(false);
            return await new HypermaxCaseRunner().RunAsync(context).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    protected override void Serialize(IXunitSerializationInfo info)
    {
        base.Serialize(info);
        info.AddValue("Kind", (int)_kind);
    }

    /// <inheritdoc/>
    protected override void Deserialize(IXunitSerializationInfo info)
    {
        base.Deserialize(info);
        _kind = (TestKind)info.GetValue<int>("Kind");
    }
}
