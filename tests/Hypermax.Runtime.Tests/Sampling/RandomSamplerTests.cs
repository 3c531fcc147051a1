using Hypermax.Conformance;
using Hypermax.Sampling;
using Hypermax.Sampling.Random;

namespace Hypermax.Tests.Sampling;

public sealed class RandomSamplerTests() : SamplerConformance()
{
    protected override ISampler Create() => new RandomSampler();
}
