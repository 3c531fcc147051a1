using Hypermax.Generators.Tests.Harness;

namespace Hypermax.Generators.Tests.Analysis.Declarations;

public sealed class ExtrasAnalyzerTests
{
    [Theory]
    [InlineData("")]
    [InlineData("public static Plain Convert(double value) => new((int)value);")]
    [InlineData("public static Plain Convert(double value) => new((int)value); public static string ConvertBack(Plain value) => \"\";")]
    [InlineData("public static Plain Convert(float value) => new((int)value); public static float ConvertBack(Plain value) => value.Value;")]
    [InlineData("private static Plain Convert(long value) => new((int)value); private static long ConvertBack(Plain value) => value.Value;")]
    public Task Converter_Unfit_HMX0310(string members) => Members.Verify(
        "[Uniform(0, 1), Converter({|HMX0310:typeof(Halves)|})] Plain X); public static class Halves { " + members + " } public sealed record Rest(int A");

    [Theory]
    [InlineData("[{|HMX0301:Choice(\"a\")|}, Converter(typeof(Halves))]", "double")]
    [InlineData("[{|HMX0301:Uniform(0, 1)|}, Converter(typeof(Halves))]", "string")]
    [InlineData("[LogUniform(1, 2), Converter(typeof(Halves))]", "long")]
    [InlineData("[Choice(\"a\"), Converter(typeof(Halves))]", "string")]
    public Task Converter_LawOfOtherType_HMX0301(string attributes, string raw) => Members.Verify(
        attributes
            + " Plain X); public static class Halves { public static Plain Convert("
            + raw
            + " value) => new(1); public static "
            + raw
            + " ConvertBack(Plain value) => default!; } public sealed record Rest(int A");

    [Theory]
    [InlineData("[Uniform(0, 1), FormerName({|HMX0311:\"X\"|})] double X")]
    [InlineData("[Uniform(0, 1), FormerName({|HMX0311:\"Other\"|})] double X")]
    [InlineData("[Uniform(0, 1), FormerName({|HMX0311:\"\"|})] double X")]
    [InlineData("[Uniform(0, 1), FormerName(\"Old\")] double X, [Uniform(0, 1), FormerName({|HMX0311:\"Old\"|})] double Y")]
    public Task FormerName_Taken_HMX0311(string parameter) => Members.Verify(parameter);

    [Theory]
    [InlineData("[Uniform(0, 1), {|HMX0313:Absent|}] double X")]
    [InlineData("[{|HMX0313:Absent(Probability = 0.1)|}] Inner X")]
    [InlineData("[Uniform(0, 1), {|HMX0313:Ordered|}] double X")]
    [InlineData("[{|HMX0313:Ordered|}] bool X")]
    public Task Attribute_MeansNothing_HMX0313(string parameter) => Members.Verify(parameter);

    [Theory]
    [InlineData("[Choice(\"small\", \"large\"), Ordered, FormerName(\"Size\"), FormerName(\"Scale\")] string X")]
    [InlineData("[Ordered] Colour X, [Absent] Inner? Y, [Uniform(0, 1), Absent(Probability = 0)] double? Z")]
    public Task Attributes_Fit_Fine(string parameter) => Members.Verify(parameter);
}
