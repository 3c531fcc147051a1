using Hypermax.Generators.Tests.Harness;

namespace Hypermax.Generators.Tests.Analysis.Declarations;

public sealed class ChoiceAnalyzerTests
{
    [Theory]
    [InlineData("[{|HMX0201:Choice|}] string X")]
    [InlineData("[{|HMX0201:Choice()|}] int X")]
    [InlineData("[{|HMX0201:Choice(new object[0])|}] string X")]
    [InlineData("[{|HMX0201:Choice<int>()|}] int X")]
    [InlineData("Nothing {|HMX0201:X|}); public enum Nothing; public sealed record Rest(int A")]
    public Task Choice_Empty_HMX0201(string parameter) => Members.Verify(parameter);

    [Theory]
    [InlineData("[Choice(\"a\", \"b\", {|HMX0202:\"a\"|})] string X")]
    [InlineData("[Choice(1, 2, {|HMX0202:1|}, {|HMX0202:1|})] int X")]
    [InlineData("[Choice(1, 0.5, {|HMX0202:1.0|})] double X")]
    [InlineData("[Choice(1, \"1\", {|HMX0202:1.0|})] object X")]
    [InlineData("[Choice(new object[] { true, {|HMX0202:true|} })] bool X")]
    [InlineData("[Choice(Colour.Red, {|HMX0202:(Colour)0|})] Colour X")]
    [InlineData("[Choice<int>(1, {|HMX0202:1|})] int X")]
    [InlineData("[Choice('a', {|HMX0202:'a'|})] char X")]
    public Task Choice_Twice_HMX0202(string parameter) => Members.Verify(parameter);

    [Theory]
    [InlineData("[Choice(1, {|HMX0203:\"2\"|})] int X")]
    [InlineData("[Choice({|HMX0203:'a'|}, {|HMX0203:0.5f|}, {|HMX0203:Colour.Red|}, {|HMX0203:(short)1|}, {|HMX0203:typeof(int)|}, 2, 3u, 4UL)] object X")]
    [InlineData(
        "[Choice({|HMX0203:10000000000000000000UL|}, 9223372036854775807UL)] ulong X, [Choice(long.MinValue, long.MaxValue, 9223372036854775806L)] long Y")]
    [InlineData("[Choice(\"a\", {|HMX0203:2|})] string X")]
    [InlineData("[Choice({|HMX0203:1.5|})] int X")]
    [InlineData("[Choice({|HMX0203:300|})] byte X")]
    [InlineData("[Choice({|HMX0203:\"Red\"|})] Colour X")]
    [InlineData("[Choice({|HMX0203:0|})] Colour X")]
    [InlineData("[Choice({|HMX0203:(Colour)7|})] Colour X")]
    [InlineData("[Choice({|HMX0203:1|})] TimeSpan X")]
    [InlineData("[Choice('a', {|HMX0203:\"b\"|})] char X")]
    [InlineData("[Choice(\"a\", {|HMX0203:null!|})] string X")]
    [InlineData("[Choice({|HMX0203:double.NaN|})] double X")]
    [InlineData("[Choice<string>({|HMX0203:\"1\"|})] int X")]
    [InlineData("[Choice({|HMX0203:typeof(int)|})] string X")]
    public Task Choice_OtherType_HMX0203(string parameter) => Members.Verify(parameter);

    [Theory]
    [InlineData("[Choice(\"a\", \"b\", Default = {|HMX0204:\"c\"|})] string X")]
    [InlineData("[Choice(1, 2, Default = {|HMX0204:3|})] int X")]
    [InlineData("[Choice(Default = {|HMX0204:1|})] Colour X")]
    public Task Default_NoChoice_HMX0204(string parameter) => Members.Verify(parameter);

    [Theory]
    [InlineData("[Choice(\"a\", \"b\", Weights = {|HMX0205:new[] { 1.0 }|})] string X")]
    [InlineData("[Choice(\"a\", Weights = {|HMX0205:new double[] { 1, 2 }|})] string X")]
    [InlineData("[Choice(Weights = {|HMX0205:new double[] { 1, 2 }|})] Colour X")]
    public Task Weights_OtherCount_HMX0205(string parameter) => Members.Verify(parameter);

    [Theory]
    [InlineData("[Choice(\"a\", \"b\", Weights = new[] { 1.0, {|HMX0206:-1|} })] string X")]
    [InlineData("[Choice(\"a\", \"b\", Weights = new[] { {|HMX0206:double.NaN|}, 1 })] string X")]
    [InlineData("[Choice(\"a\", \"b\", Weights = {|HMX0206:new double[] { 0, 0 }|})] string X")]
    [InlineData("[Choice(Weights = new[] { 1.0, {|HMX0206:double.PositiveInfinity|} })] bool X")]
    public Task Weights_NegativeOrNothing_HMX0206(string parameter) => Members.Verify(parameter);

    [Fact]
    public Task Weights_OddSum_HMX0207() => Members.Verify("[Choice(\"a\", \"b\", Weights = {|HMX0207:new[] { 0.5, 0.3 }|})] string X");

    [Theory]
    [InlineData("[Choice(\"a\", \"b\", \"c\", Weights = new[] { 0.33, 0.33, 0.33 }, Default = \"b\")] string X")]
    [InlineData("[Choice(1, 2, Weights = new double[] { 3, 1 })] int X")]
    [InlineData("[Choice(1L, 2u, (byte)3)] int X")]
    [InlineData("[Choice] Colour X")]
    [InlineData("[Choice(1.0, 2)] int X")]
    [InlineData("[Choice(\"00:01:00\", \"01:00:00\")] TimeSpan X")]
    [InlineData("[Choice(Colour.Blue, Colour.Red, Default = Colour.Red)] Colour X")]
    [InlineData("[Choice(1, 2.5, 3f)] double X")]
    [InlineData("[Choice<Colour>(Colour.Blue)] Colour X")]
    [InlineData("[Choice(\"1.0\", \"2.1\")] Version X")]
    [InlineData("[Choice(\"a\", \"A\")] string? X")]
    [InlineData("[Choice(9007199254740993L, 9007199254740992L)] long X")]
    public Task Choice_InOrder_Fine(string parameter) => Members.Verify(parameter);
}
