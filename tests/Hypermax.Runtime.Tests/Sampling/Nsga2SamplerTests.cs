using Hypermax.Sampling;
using Hypermax.Sampling.Nsga;

namespace Hypermax.Tests.Sampling;

public sealed class Nsga2SamplerTests() : GoldenSamplerConformance()
{
    protected override ISampler Create() => NsgaSampler.Nsga2();
}
