namespace Hypermax.Xunit.Running;

/// <summary>Finds tests with <c>[TunedFact]</c>; called by xunit.</summary>
public sealed class TunedFactDiscoverer() : HypermaxDiscoverer(TestKind.TunedFact);
