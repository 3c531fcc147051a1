using Hypermax.Generators.Tests.Harness;

namespace Hypermax.Generators.Tests.Analysis.Declarations;

public sealed class SumAnalyzerTests
{
    [Theory]
    [InlineData("[Uniform(0, 1), SumsTo({|HMX0405:1|})] double X")]
    [InlineData("[Uniform(0, 1), SumsTo({|HMX0405:3|})] double X, [Uniform(0, 1), SumsTo(3)] double Y")]
    [InlineData("[Uniform(0, 1), SumsTo(1)] double X, [Uniform(0, 1), SumsTo({|HMX0405:2|})] double Y")]
    [InlineData("[Uniform(0, 1), SumsTo(1)] double X, [Uniform(0, 1), SumsTo({|HMX0405:1|})] int Y")]
    [InlineData("[Uniform(0, 1), SumsTo(1)] double X, [LogUniform(0.1, 1), SumsTo({|HMX0405:1|})] double Y")]
    [InlineData("[Uniform(0, 1), SumsTo(1)] double X, [Uniform(0, 1), SumsTo({|HMX0405:1|})] Half Y")]
    [InlineData("[Normal(0, 1), SumsTo({|HMX0405:1|})] double X, [Normal(0, 1), SumsTo(1)] double Y")]
    [InlineData("[Uniform(0, 1), SumsTo(1)] double X, [Normal(0, 1, Low = -3), SumsTo({|HMX0405:1|})] double Y")]
    [InlineData("[Uniform(0, 1), SumsTo(1)] double X, [LogNormal(0, 1), SumsTo({|HMX0405:1|})] float Y")]
    [InlineData("[Uniform(0, 1), SumsTo(1)] double X, [QNormal(0, 1, 0.5), SumsTo({|HMX0405:1|})] double Y")]
    [InlineData("[Normal(0, 1, Low = -1, High = 1), SumsTo({|HMX0405:1|})] double X, [Normal(0, 1, Low = -1, High = 1), SumsTo(1)] double Y")]
    [InlineData("[Uniform(0, 1), SumsTo({|HMX0102:double.NaN|})] double X, [Uniform(0, 1), SumsTo(1)] double Y")]
    public Task Sum_OutOfReach_HMX0405(string parameters) => Members.Verify(parameters);

    [Fact]
    public Task Sum_TwoGroups_Fine() => Members.Verify("""
        [Uniform(0, 1), SumsTo(1)] double A, [Uniform(0, 1), SumsTo(1)] double B,
        [Uniform(0, 9), SumsTo(9, Group = "late")] double C, [Uniform(0, 9), SumsTo(9, Group = "late")] double D
        """);
}
