using Hypermax.Conformance;
using Hypermax.Sampling;
using Hypermax.Sampling.Sobol;

namespace Hypermax.Tests.Sampling;

public sealed class SobolSamplerTests() : GoldenSamplerConformance()
{
    protected override ISampler Create() => new SobolSampler();
}
