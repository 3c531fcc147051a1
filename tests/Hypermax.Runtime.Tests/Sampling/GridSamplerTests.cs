using Hypermax.Conformance;
using Hypermax.Sampling;
using Hypermax.Sampling.Grid;

namespace Hypermax.Tests.Sampling;

public sealed class GridSamplerTests() : GoldenSamplerConformance()
{
    protected override ISampler Create() => new GridSampler();

    protected override bool Supports(SearchSpace space) =>
        space.Parameters.All(parameter => new Hypermax.Spaces.Dimension(parameter).LevelCount is not 0 and not int.MaxValue);
}
