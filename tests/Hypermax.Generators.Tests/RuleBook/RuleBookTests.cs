using System.Reflection;
using System.Runtime.CompilerServices;
using Hypermax.Generators.Rules;
using Hypermax.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Tests.RuleBook;

/// <summary>Every rule has one id, an analyzer, a page, an entry in the release notes and a test.</summary>
public sealed class RuleBookTests
{
    private static readonly string Root = FindRoot();

    private static readonly string[] Ids =
    [
        .. typeof(RuleIds)
            .GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!),
    ];

    private static readonly DiagnosticDescriptor[] Descriptors =
        [.. Analyzers.All.SelectMany(analyzer => analyzer.SupportedDiagnostics).Distinct()];

    [Fact]
    public void Ids_OfAllRules_AreUsedOnce()
    {
        Assert.Equal(Ids.Distinct(), Ids);
        Assert.Equal(Ids.Order(StringComparer.Ordinal), Descriptors.Select(descriptor => descriptor.Id).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(Descriptors.Length, Descriptors.Select(descriptor => descriptor.Id).Distinct().Count());
    }

    [Fact]
    public void Descriptors_OfAllRules_LeadToAPage()
    {
        foreach (DiagnosticDescriptor descriptor in Descriptors)
        {
            Uri link = new(descriptor.HelpLinkUri, UriKind.Absolute);
            Assert.Equal((Uri.UriSchemeHttps, $"/docs/rules/{descriptor.Id}.md"), (link.Scheme, link.AbsolutePath));
            string page = File.ReadAllText(Path.Combine(Root, link.AbsolutePath[1..]));
            Assert.StartsWith(
                $"# {descriptor.Id}: {descriptor.Title}\n\nSeverity: {(descriptor.DefaultSeverity == DiagnosticSeverity.Error ? "error" : "warning")}.",
                page.ReplaceLineEndings("\n"));
            Assert.All(["## Cause", "## Example", "## Mend"], heading => Assert.Contains(heading, page));
        }
    }

    [Fact]
    public void Pages_OfRules_BelongToARule() => Assert.Equal(
        Ids.Order(StringComparer.Ordinal),
        Directory.GetFiles(Path.Combine(Root, "docs", "rules"), "HMX*.md")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Where(name => !name.StartsWith("HMXB", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal));

    [Fact]
    public void ReleaseNotes_OfTheAnalyzers_ListEveryRule()
    {
        string notes = File.ReadAllText(Path.Combine(Root, "src/Hypermax.Generators/AnalyzerReleases.Unshipped.md"))
            + File.ReadAllText(Path.Combine(Root, "src/Hypermax.Generators/AnalyzerReleases.Shipped.md"));

        Assert.All(Descriptors, descriptor => Assert.Contains($"{descriptor.Id} | {descriptor.Category} | {descriptor.DefaultSeverity} |", notes));
    }

    [Fact]
    public void Rules_All_HaveATest()
    {
        string tests = string.Concat(
            Directory.GetFiles(Path.Combine(Root, "tests/Hypermax.Generators.Tests/Analysis"), "*Tests.cs", SearchOption.AllDirectories).Select(
                File.ReadAllText));

        Assert.All(
            Ids,
            id => Assert.True(
                tests.Contains("{|" + id + ":", StringComparison.Ordinal) || tests.Contains($"\"{id}\"", StringComparison.Ordinal), $"{id} has no test."));
    }

    [Fact]
    public void CodeFixes_All_HaveATestAndAWordOnThePage()
    {
        string tests = string.Concat(
            Directory.GetFiles(Path.Combine(Root, "tests/Hypermax.Generators.Tests/CodeFixes"), "*Tests.cs", SearchOption.AllDirectories).Select(
                File.ReadAllText));
        string[] fixable = [.. Harness.CodeFixes.All.SelectMany(fix => fix.FixableDiagnosticIds).Distinct()];

        Assert.NotEmpty(fixable);
        Assert.All(fixable, id => Assert.Contains($"\"{id}\"", tests));
        Assert.All(fixable, id => Assert.Contains("Code fix:", File.ReadAllText(Path.Combine(Root, $"docs/rules/{id}.md"))));
    }

    private static string FindRoot([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));
}
