using Hypermax.Generators.Tests.Harness;

namespace Hypermax.Generators.Tests.Analysis.Testing;

public sealed class TestSignatureAnalyzerTests
{
    [Theory]
    [InlineData("public double Loss(Forest p) => 0;")]
    [InlineData("public static Task<double> Loss(Forest p, TrialContext trial) => Task.FromResult(0.0);")]
    [InlineData("public ValueTask<double> Loss(CancellationToken token, Forest p, TrialContext trial) => new(token.IsCancellationRequested ? 1 : 0);")]
    [InlineData("private double Loss(Forest p) => 0;")]
    [InlineData("public double Loss(THeld p) => 0;")]
    public Task Tune_AllowedSignature_Fine(string method) => Verify("[Tune]", method);

    [Theory]
    [InlineData("public {|HMX1201:void|} Loss(Forest p) { }")]
    [InlineData("public {|HMX1201:float|} Loss(Forest p) => 0;")]
    [InlineData("public {|HMX1201:Task|} Loss(Forest p) => Task.CompletedTask;")]
    [InlineData("public {|HMX1201:ref double|} Loss(Forest p) => throw new NotSupportedException();")]
    public Task Tune_OtherReturnType_HMX1201(string method) => Verify("[Tune(Trials = 5)]", method);

    [Theory]
    [InlineData("public double {|HMX1202:Loss|}() => 0;")]
    [InlineData("public double {|HMX1202:Loss|}(TrialContext trial) => 0;")]
    [InlineData("public double Loss(Forest p, Forest {|HMX1202:q|}) => 0;")]
    [InlineData("public double Loss(Forest p, CancellationToken a, CancellationToken {|HMX1202:b|}) => 0;")]
    [InlineData("public double Loss(in Forest {|HMX1202:p|}) => 0;")]
    public Task Tune_OtherParameters_HMX1202(string method) => Verify("[Tune(Study = null)]", method);

    [Theory]
    [InlineData("[Tune]", "public double {|HMX1203:Loss|}<T>(Forest p) => 0;")]
    [InlineData("[TunedFact(\"Train\")]", "public void {|HMX1203:Good|}<T>() { }")]
    [InlineData("[Challenge(\"Train\")]", "public void {|HMX1203:Good|}<T>() { }")]
    public Task Test_Generic_HMX1203(string attribute, string method) => Verify(attribute, method);

    [Theory]
    [InlineData("public double Loss({|HMX1204:double|} p) => 0;")]
    [InlineData("public double Loss({|HMX1204:Dictionary<string, object>|} p) => 0;")]
    [InlineData("public double Loss({|HMX1204:Forest[]|} p) => 0;")]
    [InlineData("public double Loss({|HMX1204:Plain|} p) => 0;")]
    [InlineData("public double Loss({|HMX1204:Tests<int>.Plain|} p, CancellationToken token) => token.IsCancellationRequested ? 1 : 0;")]
    public Task Tune_NoSearchSpace_HMX1204(string method) => Verify("[Tune]", method + "\n    public sealed record Plain(int X);");

    // Its metadata need not say that it is a space; the test finds out.
    [Fact]
    public Task Tune_TypeOfAnotherAssembly_LeftToTheTest() => Verify("[Tune]", "public double Loss(global::Xunit.FactAttribute p) => 0;");

    [Fact]
    public Task Tune_UnknownType_LeftToTheCompiler() => Verify("[Tune]", "public double Loss({|CS0246:Nowhere|} p) => 0;");

    [Theory]
    [InlineData("[Tune(Study = \"Train\")]", "public void Found() { }")]
    [InlineData("[Tune(Study = \"Train\")]", "public Task Found(Hypermax.Testing.TestSearchResult result) => Task.CompletedTask;")]
    [InlineData("[TunedFact(\"Train\")]", "public void Good() { }")]
    [InlineData("[TunedFact(typeof(Forest), \"Train\")]", "public void Good(Hypermax.Testing.TunedVerdict verdict) { }")]
    [InlineData("[TunedFact(\"Train\")]", "public void Good(object verdict) { }")]
    [InlineData("[Challenge(\"Train\", Trials = 3)]", "public void Good() { }")]
    [InlineData("[Challenge(typeof(Forest), \"Train\")]", "public Task Good(Hypermax.Testing.ChallengeVerdict verdict) => Task.CompletedTask;")]
    public Task TestOfAStudy_NothingOrItsResult_Fine(string attribute, string method) => Verify(attribute, method);

    [Theory]
    [InlineData("[Tune(Study = \"Train\")]", "public double {|HMX1205:Found|}(Forest p) => 0;")]
    [InlineData("[Tune(Study = \"Train\")]", "public void {|HMX1205:Found|}(Hypermax.Testing.TunedVerdict verdict) { }")]
    [InlineData("[TunedFact(\"Train\")]", "public void {|HMX1205:Good|}(Hypermax.Testing.TestSearchResult result) { }")]
    [InlineData("[TunedFact(\"Train\")]", "public void {|HMX1205:Good|}(Hypermax.Testing.TunedVerdict verdict, CancellationToken stop) { }")]
    [InlineData("[TunedFact(\"Train\")]", "public void {|HMX1205:Good|}(in Hypermax.Testing.TunedVerdict verdict) { }")]
    [InlineData("[Challenge(\"Train\")]", "public void {|HMX1205:Good|}(Hypermax.Testing.TunedVerdict verdict) { }")]
    [InlineData("[Challenge(\"Train\")]", "public double {|HMX1205:Good|}(Forest p) => 0;")]
    public Task TestOfAStudy_OtherParameters_HMX1205(string attribute, string method) => Verify(attribute, method);

    [Fact]
    public Task Attribute_OfTheSameNameElsewhere_Fine() => Analyzers.Verify("""
        public sealed class TuneAttribute : Attribute;

        public class Piano
        {
            [Tune]
            public void Strings(int count) { }
        }
        """);

    // The class is the base of others, which say what it is of.
    private static Task Verify(string attribute, string method) => Analyzers.Verify($$"""
        using Hypermax;
        using Hypermax.Xunit;

        [SearchSpace]
        public partial record Forest([Uniform(0, 1)] double Fraction);

        public abstract class Tests<THeld>
        {
            {{attribute}}
            {{method}}
        }
        """);
}
