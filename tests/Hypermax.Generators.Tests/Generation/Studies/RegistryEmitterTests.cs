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
    public void Emit_Slots_AreTheSettingsThatTheyStandForAndCountMore()
    {
        GeneratorRun run = GeneratorRun.Of("""
            using Hypermax;

            [SearchSpace]
            public partial record Forest([Uniform(0, 1)] double Fraction);

            public static partial class Training
            {
                [Objective(SlotGpus = 3, Trials = 5), Slots(Cpus = 4, Gpus = 1, MemoryMb = 8192)]
                public static double Train(Forest p) => 0;
            }
            """);

        string registry = run.Sources["Hypermax.Objectives.g.cs"];
        foreach ((string name, string value) in new[] { ("Trials", "5"), ("SlotCores", "4"), ("SlotGpus", "1"), ("SlotMemoryMegabytes", "8192") })
        {
            Assert.Contains($"[\"{name}\"] = \"{value}\"", registry, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("\"3\"", registry, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Fidelity(1, 81)] ", "", "min=1 max=81 eta=3")]
    [InlineData("[Fidelity(1, 81, 4, Checkpoints = false)] ", "", "min=1 max=81 eta=4 checkpoints=false")]
    [InlineData("[Fidelity(1, 81, Checkpoints = true)] ", "", "min=1 max=81 eta=3")]
    [InlineData("", ", [Fidelity(2, 9, Checkpoints = false)] int Epochs", "min=2 max=9 eta=3 checkpoints=false parameter=Epochs")]
    public void Emit_Budgets_AreTheSettingThatTheyStandFor(string onObjective, string parameter, string expected)
    {
        GeneratorRun run = GeneratorRun.Of($$"""
            using Hypermax;

            [SearchSpace]
            public partial record Net([Uniform(0, 1)] double Rate{{parameter}});

            public static partial class Training
            {
                {{onObjective}}[Objective(Schedule = "abh", ScheduleOptions = "brackets=2")]
                public static double Train(Net p) => 0;
            }
            """);

        Assert.Empty(run.Problems());
        string registry = run.Sources["Hypermax.Objectives.g.cs"];
        Assert.Contains($"[\"Fidelity\"] = \"{expected}\"", registry, StringComparison.Ordinal);
        Assert.Contains("[\"ScheduleOptions\"] = \"brackets=2\"", registry, StringComparison.Ordinal);
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
