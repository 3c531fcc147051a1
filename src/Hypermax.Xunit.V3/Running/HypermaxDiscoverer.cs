using Xunit.Sdk;
using Xunit.v3;

namespace Hypermax.Xunit.Running;

/// <summary>Makes one test of a method, whatever parameters it has.</summary>
/// <param name="kind">What the tests do.</param>
public abstract class HypermaxDiscoverer(TestKind kind) : IXunitTestCaseDiscoverer
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyCollection<IXunitTestCase>> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions,
        IXunitTestMethod testMethod,
        IFactAttribute factAttribute)
    {
        var details = TestIntrospectionHelper.GetTestCaseDetails(discoveryOptions, testMethod, factAttribute);
        return new([new HypermaxTestCase(
            kind,
            details.ResolvedTestMethod,
            details.TestCaseDisplayName,
            details.UniqueID,
            details.Explicit,
            details.SkipExceptions,
            details.SkipReason,
            details.SkipType,
            details.SkipUnless,
            details.SkipWhen,
            TestIntrospectionHelper.GetTraits(testMethod, dataRow: null),
            details.SourceFilePath,
            details.SourceLineNumber)]);
    }
}
