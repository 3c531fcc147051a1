using Xunit.Abstractions;
using Xunit.Sdk;

namespace Hypermax.Xunit.Running;

/// <summary>Makes one test of a method, whatever parameters it has.</summary>
/// <param name="diagnostics">Takes what xunit wants to know.</param>
/// <param name="kind">What the tests do.</param>
public abstract class HypermaxDiscoverer(IMessageSink diagnostics, TestKind kind) : IXunitTestCaseDiscoverer
{
    /// <inheritdoc/>
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        [new HypermaxTestCase(diagnostics, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod, kind)];
}
