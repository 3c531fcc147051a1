using Hypermax.Generators.Tests.Harness;

namespace Hypermax.Generators.Tests.Analysis.Declarations;

public sealed class LawTypeAnalyzerTests
{
    [Theory]
    [InlineData("[{|HMX0301:Uniform(0, 1)|}] string X")]
    [InlineData("[{|HMX0301:LogUniform(1, 2)|}] bool X")]
    [InlineData("[{|HMX0301:Uniform(0, 1)|}] object X")]
    [InlineData("[{|HMX0301:UniformInt(0, 2)|}] Colour X")]
    [InlineData("[{|HMX0301:Uniform(0, 1)|}] Inner X")]
    [InlineData("[{|HMX0301:Choice(\"None\")|}] Booster X")]
    public Task Law_OtherType_HMX0301(string parameter) => Members.Verify(parameter);

    [Theory]
    [InlineData("{|HMX0302:Dictionary<string, double>|} X")]
    [InlineData("{|HMX0302:IReadOnlyDictionary<string, Inner>|} X")]
    [InlineData("[Choice(1)] {|HMX0302:dynamic|} X")]
    [InlineData("{|HMX0302:Plain|} X")]
    [InlineData("[Uniform(0, 1)] {|HMX0302:Action|} X")]
    [InlineData("[Length(1, 2), Uniform(0, 1)] {|HMX0302:double[][]|} X")]
    [InlineData("[Uniform(0, 1)] {|HMX0302:double[,]|} X")]
    [InlineData("{|HMX0302:(int, int)|} X")]
    [InlineData("{|HMX0302:Booster.Gradient|} X")]
    [InlineData("[Length(1, 2), Uniform(0, 1)] {|HMX0302:double?[]|} X")]
    public Task Type_Unsupported_HMX0302(string parameter) => Members.Verify(parameter);

    [Theory]
    [InlineData("int {|HMX0303:X|}")]
    [InlineData("double? {|HMX0303:X|}")]
    [InlineData("object {|HMX0303:X|}")]
    [InlineData("string {|HMX0303:X|}")]
    [InlineData("TimeSpan {|HMX0303:X|}")]
    [InlineData("[Length(1, 2)] List<float> {|HMX0303:X|}")]
    [InlineData("Version {|HMX0303:X|}")]
    public Task Law_Missing_HMX0303(string parameter) => Members.Verify(parameter);

    [Theory]
    [InlineData("[Uniform(0, 1), {|HMX0304:LogUniform(1, 2)|}] double X")]
    [InlineData("[Choice(1, 2), {|HMX0304:Fixed(1)|}] int X")]
    [InlineData("[Uniform(0, 1)] [property: {|HMX0304:Uniform(0, 2)|}] double X")]
    public Task Laws_Two_HMX0304(string parameter) => Members.Verify(parameter);

    [Theory]
    [InlineData("[Fixed({|HMX0312:\"1\"|})] int X")]
    [InlineData("[Fixed({|HMX0312:2.5|})] long X")]
    [InlineData("[Fixed({|HMX0312:1|})] Inner X")]
    [InlineData("[Fixed({|HMX0312:null!|})] string X")]
    public Task Fixed_OtherType_HMX0312(string parameter) => Members.Verify(parameter);

    [Theory]
    [InlineData("bool X, Colour Y, Inner Z, Booster B, Inner? N")]
    [InlineData("[Fixed(3)] int X, [Fixed(\"a\")] string Y, [Fixed(Colour.Red)] Colour Z, [Fixed(2)] double W")]
    [InlineData("[Choice(\"sqrt\", 0.5, 7, 3000000000L, true, Default = 7)] object X, [Choice(1, \"x\")] object? Y, [Fixed(0.5)] object Z, [Length(1, 2), "
        + "Choice(1, 0.5)] object[] W")]
    [InlineData("[Length(0, 4)] Inner[] X, [Length(1, 4)] IReadOnlyList<Booster> Y")]
    [InlineData("[Uniform(0, 1), Converter(typeof(Sample.Halves))] Plain X); public static class Halves { public static Plain Convert(double v) => "
        + "new((int)v); public static double ConvertBack(Plain p) => p.Value; } public sealed record Rest(int A")]
    public Task Types_Supported_Fine(string parameters) => Members.Verify(parameters);

    [Theory]
    [InlineData("[Uniform(0, 1, Unit = {|HMX0314:\"sec\"|})] TimeSpan X")]
    [InlineData("[LogUniform(1, 2, Unit = {|HMX0314:\"hours\"|}), Length(1, 2)] TimeSpan[] X")]
    public Task Duration_UnknownUnit_HMX0314(string parameter) => Members.Verify(parameter);

    [Fact]
    public Task Type_Unknown_LeftToTheCompiler() => Members.Verify("[Uniform(0, 1)] {|CS0246:Nowhere|} X");
}
