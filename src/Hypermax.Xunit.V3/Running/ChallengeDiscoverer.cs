namespace Hypermax.Xunit.Running;

/// <summary>Finds tests with <c>[Challenge]</c>; called by xunit.</summary>
public sealed class ChallengeDiscoverer() : HypermaxDiscoverer(TestKind.Challenge);
