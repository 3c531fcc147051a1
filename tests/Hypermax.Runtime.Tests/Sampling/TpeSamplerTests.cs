using Hypermax.Conformance;
using Hypermax.Sampling;
using Hypermax.Sampling.Tpe;

namespace Hypermax.Tests.Sampling;

public sealed class TpeSamplerTests() : GoldenSamplerConformance()
{
    protected override ISampler Create() => new TpeSampler();
}
