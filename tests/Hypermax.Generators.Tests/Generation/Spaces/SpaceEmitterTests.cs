using Hypermax.Generators.Tests.Harness;
using Hypermax.TestSupport;

namespace Hypermax.Generators.Tests.Generation.Spaces;

public sealed class SpaceEmitterTests
{
    [Fact]
    public void Emit_MixedRecord_ReadsAsWrittenByHand()
    {
        GeneratorRun run = GeneratorRun.Of(Stories.Forest);

        Assert.Empty(run.Problems());
        Golden.Verify(run.Sources["App.ForestParams.SearchSpace.g.cs"], "cs");
    }

    [Fact]
    public void Emit_ClosedHierarchy_ReadsAsWrittenByHand()
    {
        GeneratorRun run = GeneratorRun.Of(Stories.Forest);

        Golden.Verify(run.Sources["App.Booster.SearchSpace.g.cs"], "cs");
    }
}
