using Xunit.Abstractions;

namespace Hypermax.Xunit.Running;

/// <summary>Finds tests with <c>[Challenge]</c>; called by xunit.</summary>
/// <param name="diagnostics">Takes what xunit wants to know.</param>
public sealed class ChallengeDiscoverer(IMessageSink diagnostics) : HypermaxDiscoverer(diagnostics, TestKind.Challenge);
