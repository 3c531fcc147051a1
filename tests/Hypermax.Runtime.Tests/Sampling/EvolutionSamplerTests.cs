using Hypermax.Conformance;
using Hypermax.Sampling;
using Hypermax.Sampling.Evolution;

namespace Hypermax.Tests.Sampling;

public sealed class EvolutionSamplerTests() : GoldenSamplerConformance()
{
    protected override ISampler Create() => new EvolutionSampler();
}
