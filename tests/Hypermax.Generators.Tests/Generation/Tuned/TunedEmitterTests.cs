using Hypermax.Generators.Tests.Harness;
using Hypermax.TestSupport;

namespace Hypermax.Generators.Tests.Generation.Tuned;

public sealed class TunedEmitterTests
{
    [Fact]
    public void Emit_NoFile_GivesDeclaredDefaults()
    {
        GeneratorRun run = GeneratorRun.Of(Stories.Forest);

        Assert.Empty(run.Problems());
        Golden.Verify(run.Sources["App.Training.Tuned.g.cs"], "cs");
    }

    [Fact]
    public void Emit_FittingFile_GivesItsValues()
    {
        GeneratorRun run = GeneratorRun.Of(Stories.Forest, ("/project/Train.hypertune.json", Stories.ForestTuned));

        Assert.Empty(run.Problems());
        Golden.Verify(run.Sources["App.Training.Tuned.g.cs"], "cs");
    }
}
