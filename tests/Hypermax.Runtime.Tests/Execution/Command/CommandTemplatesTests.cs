using Hypermax.Execution;
using Hypermax.Execution.Command;

namespace Hypermax.Tests.Execution.Command;

public sealed class CommandTemplatesTests
{
    private static readonly SearchSpace Space = new(
        "Net",
        [
            new NumericParameter("rate", Law.LogUniform, 1e-6, 1),
            new CategoricalParameter("kind", ["a b'c", "tree"]),
            new NumericParameter("kind.depth", Law.Uniform, 1, 9, isInteger: true, facts: new ParameterFacts { Conditions = [new Condition(1, 1, 1)] }),
        ]);

    [Fact]
    public void Arguments_Values_StandForNames()
    {
        IReadOnlyList<string> arguments = Fill(["--rate={rate}", "{kind}", "{{x}}", "{$trial}-{$seed}-{$slot}"], [0.001, 0, double.NaN]);

        Assert.Equal(["--rate=0.001", "a b'c", "{x}", "3-17-1"], arguments);
    }

    [Fact]
    public void Arguments_InactiveParameter_IsLeftOutWithItsOption()
    {
        IReadOnlyList<string> arguments = Fill(["--rate", "{rate}", "--depth", "{kind.depth}", "--also={kind.depth}", "-v"], [0.5, 0, double.NaN]);

        Assert.Equal(["--rate", "0.5", "-v"], arguments);
    }

    [Theory]
    [InlineData("{speed}", "names 'speed', which is no parameter of space 'Net'. Its parameters are rate, kind, kind.depth")]
    [InlineData("{$nothing}", "names '$nothing'")]
    [InlineData("{rate", "opens a brace that it does not close")]
    [InlineData("rate}", "closes a brace that it did not open")]
    public void Check_BadTemplate_IsFoundBeforeTheFirstTrial(string template, string expected)
    {
        ExecutorException error = Assert.Throws<ExecutorException>(
            () => new CommandTemplates(new CommandSpec { FileName = "x", Arguments = [template] }, Space));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Environment_Parameters_AreNamedInCapitals()
    {
        CommandTemplates templates = new(
            new CommandSpec { FileName = "x", ParametersInEnvironment = true, Environment = new Dictionary<string, string?> { ["RATE"] = "r={rate}" } }, Space);

        Assert.Equal(
            [new("RATE", "r=0.5"), new("HYPERMAX_PARAM_RATE", "0.5"), new("HYPERMAX_PARAM_KIND", "tree"), new("HYPERMAX_PARAM_KIND_DEPTH", "4")],
            templates.Environment(Job([0.5, 1, 4]), null));
    }

    [Fact]
    public void Json_Nested_KeepsFloatsFloats() =>
        Assert.Equal("""{"rate":1.0,"kind":{"$type":"tree","depth":4}}""", CommandTemplates.Json(Job([1, 1, 4]), isNested: true));

    [Theory]
    [InlineData("python3 train.py --lr 'a b' \"c \\\" d\" e\\ f ''", new[] { "python3", "train.py", "--lr", "a b", "c \" d", "e f", "" })]
    [InlineData("  x\t{rate}  ", new[] { "x", "{rate}" })]
    public void Split_QuotesAndBlanks_AsAShellDoes(string line, string[] expected) => Assert.Equal(expected, CommandLine.Split(line));

    [Fact]
    public void Parse_OpenQuote_IsRefused() => Assert.Throws<FormatException>(() => CommandSpec.Parse("x 'y"));

    [Theory]
    [InlineData("/no/such/program", "does not exist")]
    [InlineData("no-such-program-anywhere", "was not found on the path")]
    public void Create_MissingProgram_IsFoundBeforeTheFirstTrial(string program, string expected) =>
        Assert.Contains(
            expected,
            Assert.Throws<ExecutorException>(() => new CommandExecutor(new CommandSpec { FileName = program }, Space)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Create_FileThatIsNotExecutable_SaysSo()
    {
        string file = Path.GetTempFileName();
        try
        {
            Assert.Contains(
                "is not executable",
                Assert.Throws<ExecutorException>(() => new CommandExecutor(new CommandSpec { FileName = file }, Space)).Message,
                StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static IReadOnlyList<string> Fill(string[] arguments, double[] vector) =>
        new CommandTemplates(new CommandSpec { FileName = "x", Arguments = arguments }, Space).Arguments(Job(vector), null);

    private static TrialJob Job(double[] vector) => new() { Number = 3, Space = Space, Point = [.. vector], Seed = 17, Slot = 1 };
}
