using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Hypermax.Build.Protocol;
using Hypermax.TestSupport;

namespace Hypermax.Build.Tests.Protocol;

/// <summary>What builds report stands in one ledger; code, targets and the guide follow it.</summary>
public sealed class BuildRulesTests
{
    private const string Heading = "## Messages\n\n";

    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../.."));

    [Fact]
    public void Ids_OfAllRules_AreUsedOnceAndInOrder()
    {
        string[] ids = [.. BuildRules.All.Select(rule => rule.Id)];

        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
        Assert.All(ids, id => Assert.Matches("^HMXB[0-9]{4}$", id));
        Assert.All(BuildRules.All, rule => Assert.Contains(rule.Severity, new[] { LineKind.Error, LineKind.Warning, LineKind.Information }));
    }

    [Fact]
    public void Code_NamesRules_NeverIds() => Assert.Equal(
        ["BuildRules.cs"],
        Sources("*.cs").Where(file => Regex.IsMatch(File.ReadAllText(file), "\"HMXB[0-9]{4}\"")).Select(Path.GetFileName));

    [Fact]
    public void Targets_NameIdsOfTheLedger()
    {
        string[] used = [.. Sources("*.targets").SelectMany(file => Ids(File.ReadAllText(file))).Distinct()];

        Assert.NotEmpty(used);
        Assert.Empty(used.Except(BuildRules.All.Select(rule => rule.Id)));
    }

    [Fact]
    public void Rules_All_AreReportedSomewhere()
    {
        string code = string.Concat(Sources("*.cs").Select(File.ReadAllText));
        string targets = string.Concat(Sources("*.targets").Select(File.ReadAllText));

        FieldInfo[] fields = [.. typeof(BuildRules).GetFields(BindingFlags.Static | BindingFlags.Public)];
        Assert.Equal(BuildRules.All.Select(rule => rule.Id), fields.Select(field => field.GetValue(null)!.ToString()!).Order(StringComparer.Ordinal));
        Assert.All(fields, field => Assert.True(
            code.Contains($"BuildRules.{field.Name}", StringComparison.Ordinal)
                || targets.Contains($"Code=\"{field.GetValue(null)}\"", StringComparison.Ordinal),
            $"Nothing reports {field.GetValue(null)}."));
    }

    [Fact]
    public void Guide_OfBuilds_EndsWithARowForEachRule()
    {
        string path = Path.Combine(Root, BuildRule.Page);
        string guide = File.ReadAllText(path).ReplaceLineEndings("\n");
        string rows = string.Concat(BuildRules.All.Select(rule => $"| {rule.Id} | {rule.SeverityWord} | {rule.Title} |\n"));

        Golden.VerifyFile(
            guide[..(guide.IndexOf(Heading, StringComparison.Ordinal) + Heading.Length)] + "| id | severity | meaning |\n| --- | --- | --- |\n" + rows, path);
    }

    [Fact]
    public void Documentation_Elsewhere_NamesIdsOfTheLedger()
    {
        string[] used =
        [
            .. Directory.GetFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories).SelectMany(file => Ids(File.ReadAllText(file))).Distinct(),
        ];

        Assert.Empty(used.Except(BuildRules.All.Select(rule => rule.Id)));
    }

    private static IEnumerable<string> Sources(string pattern) => Directory.GetFiles(Path.Combine(Root, "src"), pattern, SearchOption.AllDirectories)
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(folder => folder is "obj" or "bin"));

    private static IEnumerable<string> Ids(string text) => Regex.Matches(text, "HMXB[0-9]{4}").Select(match => match.Value);

    private static string Here([CallerFilePath] string file = "") => file;
}
