using FsCheck;
using FsCheck.Fluent;
using Hypermax.Build.Protocol;

namespace Hypermax.Build.Tests.Protocol;

public sealed class CoordinatorLineTests
{
    [Fact]
    public void Parse_AnyLine_GivesBackWhatWasSent() => Prop.ForAll<string, string, int>((text, file, line) =>
    {
        CoordinatorLine sent = new(LineKind.Warning, text ?? string.Empty)
        {
            Code = "HMXB0010",
            File = file ?? string.Empty,
            Line = Math.Abs(line % 100_000),
            Column = 7,
        };
        string wire = sent.ToString();
        CoordinatorLine? read = CoordinatorLine.Parse(wire);
        return wire.IndexOfAny(['\r', '\n']) < 0
            && read is { Kind: LineKind.Warning, Code: "HMXB0010", Column: 7 }
            && read.Text == sent.Text && read.File == sent.File && read.Line == sent.Line;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("")]
    [InlineData("x.cs(1,1): error CS0001: not ours")]
    [InlineData("error\tHMXB0001\tfile\t1\t1")]
    [InlineData("shout\t\t\t0\t0\thello")]
    [InlineData("error\tHMXB0001\tfile\t-1\t1\ttext")]
    public void Parse_AnyOtherLine_IsNotOurs(string line) => Assert.Null(CoordinatorLine.Parse(line));

    [Theory]
    [InlineData(nameof(LineKind.Error), "a.cs", 3, 5, "a.cs(3,5): error HMXB0009: text")]
    [InlineData(nameof(LineKind.Warning), "a.cs", 3, 0, "a.cs(3,1): warning HMXB0009: text")]
    [InlineData(nameof(LineKind.Information), "a.csproj", 0, 0, "a.csproj: info HMXB0009: text")]
    [InlineData(nameof(LineKind.Error), "", 0, 0, "error HMXB0009: text")]
    [InlineData(nameof(LineKind.Progress), "", 0, 0, "text")]
    public void ToReadable_EachKind_ReadsAsEditorsExpect(string kind, string file, int line, int column, string expected) =>
        Assert.Equal(
            expected,
            new CoordinatorLine(Enum.Parse<LineKind>(kind), "text") { Code = "HMXB0009", File = file, Line = line, Column = column }.ToReadable());
}
