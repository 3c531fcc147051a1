using Hypermax.Conformance;
using Hypermax.Sampling;
using Hypermax.Sampling.Anneal;

namespace Hypermax.Tests.Sampling;

public sealed class AnnealSamplerTests() : GoldenSamplerConformance()
{
    protected override ISampler Create() => new AnnealSampler();
}
