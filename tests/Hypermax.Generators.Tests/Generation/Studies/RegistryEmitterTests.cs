using Hypermax.Generators.Tests.Harness;
using Hypermax.TestSupport;

namespace Hypermax.Generators.Tests.Generation.Studies;

public sealed class RegistryEmitterTests
{
    [Fact]
    public void Emit_OneObjective_ReadsAsWrittenByHand() =>
        Golden.Verify(GeneratorRun.Of(Stories.Forest).Sources["Hypermax.Objectives.g.cs"], "cs");

    [Fact]
    public void Emit_ResultOfFigures_ReadsAsWrittenByHand()
    {
        GeneratorRun run = GeneratorRun.Of(Stories.Figures);

        Assert.Empty(run.Problems());
        Golden.Verify(run.Sources["Hypermax.Objectives.g.cs"], "cs");
    }

    [Fact]
    public void Emit_TunedFile_RepeatsWhatItSays() =>
        Golden.Verify(GeneratorRun.Of(Stories.Forest, ("Train.hypertune.json", Stories.ForestTuned)).Sources["Hypermax.Objectives.g.cs"], "cs");

    // A test that evaluates the file again says the words of HMX2001, which the compiler says at the file.
    [Fact]
    public void Emit_StaleTunedFile_SaysWhyInTheWordsOfTheRule()
    {
        string stale = Stories.ForestTuned.Replace("\"MaxDepth\": 14,", string.Empty, StringComparison.Ordinal);

        string registry = GeneratorRun.Of(Stories.Forest, ("Train.hypertune.json", stale)).Sources["Hypermax.Objectives.g.cs"];

        Assert.Contains("\"'Train.hypertune.json' no longer fits 'ForestParams': 'MaxDepth' is missing. Run 'dotnet build -t:Hypertune' to tune again; "
            + "until then 'Tuned.Train' holds the declared defaults.\",", registry, StringComparison.Ordinal);
        Assert.Contains("new global::System.Collections.Generic.Dictionary<string, double>())),", registry, StringComparison.Ordinal);
    }
}
