using Hypermax.Generators.Tests.Harness;

namespace Hypermax.Generators.Tests.Analysis.Testing;

public sealed class TestKindAnalyzerTests
{
    [Theory]
    [InlineData("[Challenge(\"Train\")]\n    [{|HMX1207:TunedFact(\"Train\")|}]")]
    [InlineData("[Tune(Study = \"Train\"), {|HMX1207:Challenge(\"Train\")|}]")]
    [InlineData("[{|HMX1207:global::Xunit.Fact|}]\n    [Challenge(\"Train\")]")]
    [InlineData("[Challenge(\"Train\")]\n    [{|HMX1207:Tune(Study = \"Train\")|}]\n    [{|HMX1207:TunedFact(\"Train\")|}]")]
    public Task Test_OfTwoKinds_HMX1207(string attributes) => Verify(attributes);

    [Theory]
    [InlineData("[Challenge(\"Train\")]\n    [global::Xunit.Trait(\"Kind\", \"slow\")]")]
    [InlineData("[global::Xunit.Fact]")]
    public Task Test_OfOneKind_Fine(string attributes) => Verify(attributes);

    [Theory]
    [InlineData("[Challenge(\"Train\", Trials = {|HMX1208:0|})]")]
    [InlineData("[Challenge(\"Train\", Trials = {|HMX1208:2|}, Seed = {|HMX1208:-1|})]")]
    [InlineData("[Challenge(\"Train\", Repeats = {|HMX1208:1|}, Candidates = {|HMX1208:0|}, MinGain = {|HMX1208:-0.5|})]")]
    [InlineData("[Challenge(\"Train\", ErrorRate = {|HMX1208:0.5|}, Tolerance = {|HMX1208:double.NaN|})]")]
    [InlineData("[TunedFact(\"Train\", Repeats = {|HMX1208:1|}, ErrorRate = {|HMX1208:0|}, MaxLossIncrease = {|HMX1208:-1|})]")]
    public Task Number_OutsideItsRange_HMX1208(string attribute) => Verify(attribute);

    [Theory]
    [InlineData("[Challenge(\"Train\", Trials = 3, Seed = 0, MinGain = 0, Candidates = 1, Repeats = 2, ErrorRate = 0.2, Tolerance = 0)]")]
    [InlineData("[TunedFact(\"Train\", MaxLossIncrease = 0, Repeats = 2, ErrorRate = 1e-9)]")]
    public Task Number_AtTheEndOfItsRange_Fine(string attribute) => Verify(attribute);

    private static Task Verify(string attributes) => Analyzers.Verify($$"""
        using Hypermax;
        using Hypermax.Xunit;

        public class Tests
        {
            {{attributes}}
            public void Good() { }
        }
        """);
}
