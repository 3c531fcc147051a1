namespace Hypermax.Xunit.Running;

/// <summary>Finds tests with <c>[Tune]</c>; called by xunit.</summary>
public sealed class TuneDiscoverer() : HypermaxDiscoverer(TestKind.Tune);
