using Hypermax.Conformance;
using Hypermax.Sampling;
using Hypermax.Sampling.Random;

namespace Hypermax.Tests.Sampling;

public sealed class RandomSamplerTests() : GoldenSamplerConformance()
{
    protected override ISampler Create() => new RandomSampler();
}
