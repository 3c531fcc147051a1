using Hypermax.Generators.Tests.Harness;

namespace Hypermax.Generators.Tests.Analysis.Declarations;

public sealed class StepAnalyzerTests
{
    [Theory]
    [InlineData("[Uniform(0, 1, Step = {|HMX0103:2|})] double X")]
    [InlineData("[Uniform(0, 1, Step = {|HMX0103:-0.1|})] double X")]
    [InlineData("[QUniform(0, 1, {|HMX0103:0|})] double X")]
    [InlineData("[QUniform(0, 1, step: {|HMX0103:1.5|})] double X")]
    [InlineData("[UniformInt(1, 9, Step = {|HMX0103:0|})] int X")]
    [InlineData("[QNormal(0, 1, {|HMX0103:0|})] double X")]
    public Task Step_NotPositiveOrTooLong_HMX0103(string parameter) => Members.Verify(parameter);

    [Theory]
    [InlineData("[Uniform(0, 1, Step = {|HMX0104:0.3|})] double X")]
    [InlineData("[Uniform(1, 10, Step = {|HMX0104:4|})] int X")]
    [InlineData("[QLogUniform(1, 100, {|HMX0104:10|})] double X")]
    public Task Step_DoesNotDivideRange_HMX0104(string parameter) => Members.Verify(parameter);

    [Fact]
    public Task Step_FractionOnInteger_HMX0106() => Members.Verify("[Uniform(0, 10, Step = {|HMX0106:2.5|})] int X");

    [Theory]
    [InlineData("[Uniform(0, 1, Default = {|HMX0105:1.5|})] double X")]
    [InlineData("[LogUniform(1, 10, Default = {|HMX0105:0|})] int X")]
    [InlineData("[Normal(0, 1, Low = 0, Default = {|HMX0105:-1|})] double X")]
    [InlineData("[Normal(0, 1, Default = {|HMX0105:double.PositiveInfinity|}, High = 5)] double X")]
    [InlineData("[RandInt(5, Default = {|HMX0105:5|})] int X")]
    [InlineData("[Uniform(0, 1), Length(2, 4, Default = {|HMX0105:5|})] double[] X")]
    public Task Default_OutsideRange_HMX0105(string parameter) => Members.Verify(parameter);

    [Fact]
    public Task Default_FractionOnInteger_HMX0106() => Members.Verify("[Uniform(0, 10, Default = {|HMX0106:2.5|})] int X");

    [Theory]
    [InlineData("[Uniform(0, 1, Step = 0.25, Default = {|HMX0110:0.3|})] double X")]
    [InlineData("[UniformInt(1, 9, Step = 2, Default = {|HMX0110:4|})] int X")]
    [InlineData("[QNormal(0, 1, 0.5, Default = {|HMX0110:0.3|})] double X")]
    public Task Default_OffGrid_HMX0110(string parameter) => Members.Verify(parameter);

    [Theory]
    [InlineData("[Uniform(0.1, 1.0, Step = 0.1, Default = 0.7)] double X")]
    [InlineData("[Uniform(0, 1, Step = 0, Default = double.NaN)] double X")]
    [InlineData("[QUniform(5, 12, 7)] double X")]
    [InlineData("[Uniform(-1, 1, Step = 1e-3)] float X")]
    [InlineData("[UniformInt(1, 10, Default = 1)] int X")]
    [InlineData("[Normal(0, 1, Step = 0.5, Low = -10, High = 10, Default = 9.5)] double X")]
    public Task Step_Fits_Fine(string parameter) => Members.Verify(parameter);
}
