using System.Text.RegularExpressions;
using Hypermax.Ci;
using Hypermax.TestSupport;

namespace Hypermax.Tests.Ci;

public sealed partial class SummaryTextTests
{
    [Fact]
    public void Of_OrdinaryResult_IsAsVerified() => Golden.Verify(Text(CiSamples.Ordinary), "md");

    [Fact]
    public void Of_HostileTexts_StayInTheirCellsAndAreNoMarkup()
    {
        string page = Text(CiSamples.Attack);
        string[] rows = [.. page.Split('\n').Where(line => line.StartsWith('|'))];

        Assert.All(rows[..3], row => Assert.Equal(8, Bars(row)));
        Assert.All(rows[3..], row => Assert.Equal(5, Bars(row)));
        Assert.Equal(["<details>", "<summary>", "</summary>", "</details>"], Tag().Matches(CodeSpan().Replace(page, string.Empty)).Select(tag => tag.Value));
        Assert.DoesNotContain("@all", CodeSpan().Replace(page, string.Empty), StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?<!\\)\[x(?<!\\)\]\(y\)", CodeSpan().Replace(page, string.Empty));
    }

    [Fact]
    public void Of_ManyLongFailures_FitsASummary()
    {
        CiTrial trial = new(1, FailureKind.Exception, new string('x', 100_000), new string('y', 100_000));
        CiStudy study = new() { Name = "Train", Failed = [.. Enumerable.Repeat(trial, 1000)] };

        string page = Text(CiSamples.Ordinary with { Studies = [study] });

        Assert.InRange(page.Length, 1000, 100_000);
        Assert.Contains("and 990 more", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Entry_OfOrdinaryResult_IsAsVerified() =>
        Golden.Verify(string.Concat(CiSamples.Ordinary.Studies.Select(study => Entry(CiSamples.Ordinary, study))), "md");

    [Fact]
    public void Entry_OfHostileTexts_StaysInItsLinesAndIsNoMarkup()
    {
        string entry = Entry(CiSamples.Attack, CiSamples.Attack.Studies[0]);

        Assert.All(entry.Trim('\n').Split('\n')[1..], line => Assert.StartsWith("  - ", line, StringComparison.Ordinal));
        Assert.Empty(Tag().Matches(CodeSpan().Replace(entry, string.Empty)));
        Assert.DoesNotContain("@all", CodeSpan().Replace(entry, string.Empty), StringComparison.Ordinal);
    }

    private static string Entry(CiResult result, CiStudy study) => SummaryEntry.Of(result, study, CiSamples.PlacesOf(result));

    private static int Bars(string row) => Bar().Count(row);

    private static string Text(CiResult result) => SummaryText.Of(result, CiSamples.PlacesOf(result));

    [GeneratedRegex(@"(?<!\\)\|", RegexOptions.None, 1000)]
    private static partial Regex Bar();

    // An escaped backtick opens no span, and only as many as opened one close it.
    [GeneratedRegex(@"(?<![\\`])(?<fence>`+)(?!`).*?(?<!`)\k<fence>(?!`)", RegexOptions.None, 1000)]
    private static partial Regex CodeSpan();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tag();
}
