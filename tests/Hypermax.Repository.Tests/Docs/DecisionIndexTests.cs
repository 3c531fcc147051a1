using System.Text.RegularExpressions;

namespace Hypermax.Repository.Tests.Docs;

/// <summary>The index of the decisions lists every page once, in order, under the title it has.</summary>
public sealed partial class DecisionIndexTests
{
    [Fact]
    public void Index_OfDecisions_IsComplete()
    {
        string folder = RepositoryFolder.PathOf("docs/decisions");
        string[] expected = [.. Directory.GetFiles(folder, "*.md")
            .Where(file => Path.GetFileName(file) != "README.md")
            .Order(StringComparer.Ordinal)
            .Select(file => $"| [{Path.GetFileName(file)[..4]}]({Path.GetFileName(file)}) | {Number().Replace(File.ReadLines(file).First(), string.Empty)} |")];

        string[] listed = [.. File.ReadLines(Path.Combine(folder, "README.md")).Where(line => line.StartsWith("| [", StringComparison.Ordinal))];

        Assert.Equal(expected, listed);
    }

    [Fact]
    public void Pages_OfDecisions_HaveNumbersOfTheirOwn() =>
        Assert.All(
            Directory.GetFiles(RepositoryFolder.PathOf("docs/decisions"), "*.md")
                .Where(file => Path.GetFileName(file) != "README.md")
                .GroupBy(file => Path.GetFileName(file)[..4]),
            pages => Assert.Single(pages));

    [GeneratedRegex(@"^#\s+\d+[.:]?\s+")]
    private static partial Regex Number();
}
