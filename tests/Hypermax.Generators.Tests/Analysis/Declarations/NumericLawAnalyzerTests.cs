using Hypermax.Generators.Tests.Harness;

namespace Hypermax.Generators.Tests.Analysis.Declarations;

public sealed class NumericLawAnalyzerTests
{
    [Theory]
    [InlineData("[Uniform({|HMX0101:10, 1|})] double X")]
    [InlineData("[Uniform({|HMX0101:3, 3|})] int X")]
    [InlineData("[Uniform(high: {|HMX0101:1, low: 2|})] double X")]
    [InlineData("[property: LogUniform({|HMX0101:10, 1|})] double X")]
    [InlineData("[UniformInt({|HMX0101:9, 2|})] long X")]
    [InlineData("[QUniform({|HMX0101:9, 2|}, 1)] double X")]
    [InlineData("[Normal(0, 1, Low = 2, High = {|HMX0101:-2|})] double X")]
    [InlineData("[Uniform({|HMX0101:10, 1|}), Length(1, 3)] double[] X")]
    [InlineData("[Uniform({|HMX0101:10, 1|})] double? X")]
    public Task Bounds_Reversed_HMX0101(string parameter) => Members.Verify(parameter);

    [Theory]
    [InlineData("[Uniform({|HMX0102:double.NaN|}, 1)] double X")]
    [InlineData("[Uniform({|HMX0102:double.NegativeInfinity|}, {|HMX0102:double.PositiveInfinity|})] double X")]
    [InlineData("[LogUniform(1, {|HMX0102:1 / 0.0|})] int X")]
    [InlineData("[Uniform(0, 1, Step = {|HMX0102:double.NaN|})] double X")]
    [InlineData("[Normal({|HMX0102:double.NaN|}, {|HMX0102:double.PositiveInfinity|})] double X")]
    [InlineData("[LogNormal(0, 1, High = {|HMX0102:double.NaN|})] double X")]
    public Task Number_NotFinite_HMX0102(string parameter) => Members.Verify(parameter);

    [Theory]
    [InlineData("[LogUniform({|HMX0107:0|}, 1)] double X")]
    [InlineData("[LogUniform({|HMX0107:-1e-3|}, 1)] double X")]
    [InlineData("[LogUniform({|HMX0107:0|}, 1000)] int X")]
    [InlineData("[LogUniform({|HMX0107:0.5|}, 1000)] int X")]
    [InlineData("[QLogUniform({|HMX0107:0|}, 10, 1)] double X")]
    [InlineData("[LogNormal(0, 1, Low = {|HMX0107:-1|})] double X")]
    public Task LogScale_FromZeroOrBelow_HMX0107(string parameter) => Members.Verify(parameter);

    [Theory]
    [InlineData("[Uniform({|HMX0106:0.5|}, 10)] int X")]
    [InlineData("[LogUniform(1, {|HMX0106:10.5|})] long X")]
    [InlineData("[Uniform(0, {|HMX0106:2.5|})] byte? X")]
    [InlineData("[Normal(5.5, 2.5, Low = {|HMX0106:0.1|})] int X")]
    public Task Integer_FractionalBound_HMX0106(string parameter) => Members.Verify(parameter);

    [Theory]
    [InlineData("[Uniform(0, {|HMX0108:300|})] byte X")]
    [InlineData("[Uniform({|HMX0108:-1|}, 5)] uint X")]
    [InlineData("[LogUniform(1, {|HMX0108:1e10|})] int X")]
    [InlineData("[Uniform(0, {|HMX0108:1e300|})] float X")]
    [InlineData("[RandInt({|HMX0108:1000|})] sbyte X")]
    [InlineData("[UniformInt(0, {|HMX0108:long.MaxValue|})] long X")]
    [InlineData("[Uniform(0, {|HMX0108:1e9|}, Unit = \"d\")] TimeSpan X")]
    [InlineData("[Uniform(0, {|HMX0108:100_000|})] Half X")]
    public Task Bound_OutsideOfType_HMX0108(string parameter) => Members.Verify(parameter);

    [Theory]
    [InlineData("[Uniform({|HMX0102:-1.7976931348623157e308, 1.7976931348623157e308|})] double X")]
    [InlineData("[Uniform({|HMX0102:-1e308, 1e308|}, Default = 0)] double X")]
    [InlineData("[Normal({|HMX0102:0|}, 1e308)] double X")]
    [InlineData("[LogNormal({|HMX0102:1000|}, 1)] double X")]
    public Task Law_BeyondDoubles_HMX0102(string parameter) => Members.Verify(parameter);

    [Theory]
    [InlineData("[Uniform(0, 1e18, Step = {|HMX0103:1|})] double X")]
    [InlineData("[QUniform(0, 1, {|HMX0103:1e-20|})] double X")]
    public Task Step_TooFine_HMX0103(string parameter) => Members.Verify(parameter);

    [Theory]
    [InlineData("[Normal(0, {|HMX0109:0|})] double X")]
    [InlineData("[QLogNormal(0, {|HMX0109:-1|}, 0.5)] double X")]
    public Task Deviation_NotPositive_HMX0109(string parameter) => Members.Verify(parameter);

    [Fact]
    public Task RandInt_NoValues_HMX0111() => Members.Verify("[RandInt({|HMX0111:0|})] int X");

    [Theory]
    [InlineData("[Uniform(0, 1), Absent(Probability = {|HMX0112:1.5|})] double? X")]
    [InlineData("[Uniform(0, 1), Absent(Probability = {|HMX0112:double.NaN|})] double? X")]
    public Task Absent_NoProbability_HMX0112(string parameter) => Members.Verify(parameter);

    [Theory]
    [InlineData("[Uniform(-1e300, 1e300)] double X")]
    [InlineData("[LogUniform(double.Epsilon, 1)] double X")]
    [InlineData("[LogUniform(1, 1000)] int X")]
    [InlineData("[Uniform(0, 255)] byte X")]
    [InlineData("[Uniform(0, 10, Unit = \"ms\")] TimeSpan X")]
    [InlineData("[Uniform(0.5, 1.5)] decimal X")]
    [InlineData("[Normal(0.5, 0.25)] int X")]
    [InlineData("[LogNormal(0, 1)] double X")]
    [InlineData("[QNormal(0, 1, 0.5, Low = -2, High = 2)] double X")]
    [InlineData("[RandInt(1)] int X")]
    [InlineData("[UniformInt(-9007199254740992, 9007199254740992)] long X")]
    [InlineData("[Uniform(0, 1)] Half X")]
    public Task Law_InOrder_Fine(string parameter) => Members.Verify(parameter);
}
