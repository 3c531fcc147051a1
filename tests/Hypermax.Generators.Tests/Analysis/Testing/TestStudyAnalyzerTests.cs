using Hypermax.Generators.Tests.Harness;

namespace Hypermax.Generators.Tests.Analysis.Testing;

public sealed class TestStudyAnalyzerTests
{
    private const string File = """{ "format": 1, "study": "Train", "value": 0.5, "parameters": { "Fraction": 0.5 } }""";

    [Theory]
    [InlineData("[TunedFact(nameof({|HMX1206:Training.Plain|}))]")]
    [InlineData("[TunedFact(typeof(Training), study: nameof({|HMX1206:Training.Plain|}), Repeats = 7)]")]
    [InlineData("[Tune(Trials = 3, Study = nameof({|HMX1206:Training.Plain|}))]")]
    [InlineData("[Tune(Study = nameof({|HMX1206:Good|}))]")]
    [InlineData("[Challenge(nameof({|HMX1206:Training.Plain|}), Trials = 9)]")]
    public Task Study_MethodWithoutObjective_HMX1206(string attribute) => Verify(attribute);

    [Theory]
    [InlineData("[TunedFact(nameof(Training.Train))]")]
    [InlineData("[Challenge(typeof(Training), nameof(Training.Train))]")]
    [InlineData("[Challenge(nameof(Training.Named))]")]
    [InlineData("[TunedFact(typeof(Training), nameof(Training.Train))]")]
    [InlineData("[Tune(Study = nameof(Training.Train))]")]
    [InlineData("[Tune(Study = nameof(Training.Overloaded))]")]
    [InlineData("[Tune(Study = nameof(Training.Train), Name = nameof(Training.Plain))]")]
    [InlineData("[TunedFact(nameof(Training.Train), Skip = nameof(Training.Plain))]")]
    public Task Study_Objective_Fine(string attribute) => Verify(attribute);

    // By name, or of another assembly, where metadata need not have the attribute: the test looks for it when it runs.
    [Theory]
    [InlineData("[TunedFact(\"Plain\")]")]
    [InlineData("[TunedFact(nameof(Forest))]")]
    [InlineData("[TunedFact(nameof(Math.Sin))]")]
    public Task Study_NotKnownHere_LeftToTheTest(string attribute) => Verify(attribute);

    [Theory]
    [InlineData("[TunedFact(nameof({|HMX1209:Training.Overloaded|}))]")]
    [InlineData("[Challenge(typeof(Training), nameof({|HMX1209:Training.Overloaded|}))]")]
    public Task Study_WithoutATunedFile_HMX1209(string attribute) => Verify(attribute);

    private static Task Verify(string attribute) => Analyzers.Verify($$"""
        using Hypermax;
        using Hypermax.Xunit;

        [SearchSpace]
        public partial record Forest([Uniform(0, 1)] double Fraction);

        public static class Training
        {
            [Objective]
            public static double Train(Forest p) => 0;

            public static double Plain(Forest p) => 0;

            [Objective(Name = "Other.name")]
            public static double Named(Forest p) => 0;

            [Objective]
            public static double Overloaded(Forest p) => 0;

            public static double Overloaded(Forest p, int times) => times;
        }

        public class Tests
        {
            {{attribute}}
            public void Good() { }
        }
        """,
        new TextFile("/home/Train.hypertune.json", File),
        new TextFile("/home/Other.name.hypertune.json", File.Replace("Train", "Other.name", StringComparison.Ordinal)));
}
