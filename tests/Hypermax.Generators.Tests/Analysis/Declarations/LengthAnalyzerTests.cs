using Hypermax.Generators.Tests.Harness;

namespace Hypermax.Generators.Tests.Analysis.Declarations;

public sealed class LengthAnalyzerTests
{
    [Theory]
    [InlineData("[Uniform(0, 1)] double[] {|HMX0306:X|}")]
    [InlineData("List<Inner> {|HMX0306:X|}")]
    public Task List_NoLength_HMX0306(string parameter) => Members.Verify(parameter);

    [Theory]
    [InlineData("[Uniform(0, 1), {|HMX0307:Length(1, 2)|}] double X")]
    [InlineData("[{|HMX0307:Length(1, 2)|}, Choice(\"a\")] string X")]
    public Task Scalar_Length_HMX0307(string parameter) => Members.Verify(parameter);

    [Theory]
    [InlineData("[Length({|HMX0308:-1|}, 2)] Inner[] X")]
    [InlineData("[Length(3, {|HMX0308:2|})] Inner[] X")]
    [InlineData("[Length(0, {|HMX0308:0|})] Inner[] X")]
    [InlineData("[Length(1, {|HMX0308:100_000|})] Inner[] X")]
    public Task Length_OutOfOrder_HMX0308(string parameter) => Members.Verify(parameter);

    [Theory]
    [InlineData("[Length(2, 2)] Inner[] X")]
    [InlineData("[Length(0, 256, Default = 0), Choice(\"a\", \"b\")] IReadOnlyList<string> X")]
    public Task Length_InOrder_Fine(string parameter) => Members.Verify(parameter);
}
