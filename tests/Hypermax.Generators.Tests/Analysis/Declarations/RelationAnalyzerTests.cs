using Hypermax.Generators.Tests.Harness;

namespace Hypermax.Generators.Tests.Analysis.Declarations;

public sealed class RelationAnalyzerTests
{
    [Theory]
    [InlineData("[Uniform(0, 1), LessThan({|HMX0401:\"Othr\"|})] double X")]
    [InlineData("[Uniform(0, 1), LessThan({|HMX0401:nameof(Inner.Value)|})] double X")]
    public Task Relative_Unknown_HMX0401(string parameter) => Members.Verify(parameter);

    [Theory]
    [InlineData("[Uniform(0, 1), LessThan({|HMX0402:nameof(Y)|})] double X, [Choice(\"a\")] string Y")]
    [InlineData("[Uniform(0, 1), LessThan({|HMX0402:\"Y\"|})] double X, [Uniform(0, 1)] double? Y")]
    [InlineData("[Uniform(0, 1), LessThan({|HMX0402:\"Other\"|})] int X")]
    [InlineData("[LessThan({|HMX0402:\"Other\"|})] bool X")]
    public Task Relative_Incomparable_HMX0402(string parameter) => Members.Verify(parameter);

    [Theory]
    [InlineData("[Uniform(0, 1), LessThan({|HMX0403:\"X\"|})] double X")]
    [InlineData("[Uniform(0, 1), LessThan({|HMX0403:\"Y\"|})] double X, [Uniform(0, 1), LessThan(\"X\")] double Y")]
    [InlineData(
        "[Uniform(0, 1), LessThan({|HMX0403:\"Y\"|}, OrEqual = true)] int X, [Uniform(0, 1), LessThan(\"Z\")] int Y, [Uniform(0, 1), LessThan(\"X\")] int Z")]
    public Task Relations_InACircle_HMX0403(string parameter) => Members.Verify(parameter);

    [Theory]
    [InlineData("[Uniform(2, 3), LessThan({|HMX0404:\"Other\"|})] double X")]
    [InlineData("[Uniform(1, 3), LessThan({|HMX0404:\"Other\"|})] double X")]
    public Task Relation_Impossible_HMX0404(string parameter) => Members.Verify(parameter);

    [Theory]
    [InlineData("[Uniform(1, 3), LessThan(\"Other\", OrEqual = true)] double X")]
    [InlineData("[Uniform(0, 3), LessThan(nameof(Other))] double X, [Uniform(0, 3), LessThan(nameof(X)), LessThan(\"Other\")] double Y")]
    public Task Relation_Possible_Fine(string parameter) => Members.Verify(parameter);
}
