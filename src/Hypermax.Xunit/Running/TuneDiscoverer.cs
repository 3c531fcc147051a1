using Xunit.Abstractions;

namespace Hypermax.Xunit.Running;

/// <summary>Finds tests with <c>[Tune]</c>; called by xunit.</summary>
/// <param name="diagnostics">Takes what xunit wants to know.</param>
public sealed class TuneDiscoverer(IMessageSink diagnostics) : HypermaxDiscoverer(diagnostics, TestKind.Tune);
