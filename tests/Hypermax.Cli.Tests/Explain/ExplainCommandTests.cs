using System.Text.Json;
using Hypermax.Explain;

namespace Hypermax.Tests.Explain;

public sealed class ExplainCommandTests
{
    [Theory]
    [InlineData("HMX0107", "# HMX0107: A log scale begins above 0")]
    [InlineData("hmx2006", "git checkout --ours")]
    [InlineData("tpe", "/docs/algorithms/tpe.md")]
    [InlineData("HMXB0004", "the search space is not the one of earlier trials")]
    [InlineData("HypertuneTrials", "how many trials, earlier ones included, the finished study has")]
    [InlineData("hypertunetrialcpuseconds", "HypertuneTrialCpuSeconds says the most processor time one trial may use")]
    public void Explain_KnownName_PrintsThePage(string name, string part)
    {
        (int exitCode, string output, string errors) = Run(name);

        Assert.Equal((0, string.Empty), (exitCode, errors));
        Assert.Contains(part, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HMX01077", "'HMX0107'")]
    [InlineData("tpee", "'tpe'")]
    [InlineData("HypertuneTrial", "'HypertuneTrials'")]
    public void Explain_Typo_NamesTheNearest(string name, string near)
    {
        (int exitCode, string output, string errors) = Run(name);

        Assert.NotEqual(0, exitCode);
        Assert.Empty(output);
        Assert.Contains($"'{name}'", errors, StringComparison.Ordinal);
        Assert.Contains(near, errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_Nothing_ListsEveryRuleWithItsTitle()
    {
        (_, string output, _) = Run(null);

        Assert.Contains("HMX0107      A log scale begins above 0", output, StringComparison.Ordinal);
        Assert.All(Pages.All, page => Assert.EndsWith($"/{page.Name}.md", page.Url, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("hmx0107", "HMX0107")]
    [InlineData("HypertuneTrials", "HypertuneTrials")]
    [InlineData("HMXB0004", "HMXB0004")]
    public void Explain_AsJson_IsOneObjectWithTheSameText(string name, string known)
    {
        (_, string output, _) = Run(name, isJson: true);

        JsonElement said = JsonDocument.Parse(Assert.Single(output.TrimEnd().Split('\n'))).RootElement;
        Assert.Equal(known, said.GetProperty("name").GetString());
        Assert.StartsWith(said.GetProperty("text").GetString()!, Run(name).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_NothingAsJson_IsAnObjectALine()
    {
        string[] plain = Run(null).Output.TrimEnd().Split('\n');

        string[] names = [.. Run(null, isJson: true).Output.TrimEnd().Split('\n')
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("name").GetString()!)];

        Assert.Equal(plain.Select(line => line.Split(' ')[0]), names);
    }

    private static (int ExitCode, string Output, string Errors) Run(string? name, bool isJson = false)
    {
        StringWriter output = new();
        StringWriter errors = new();
        int exitCode = ExplainCommand.Run(name, isJson, output, errors);
        return (exitCode, output.ToString(), errors.ToString());
    }
}
