using System.Text.RegularExpressions;

namespace Hypermax.Explain;

/// <summary>The rows of the guide's tables about build properties that are no settings, which have no pages of their own.</summary>
internal static partial class TableRows
{
    private static readonly Lazy<string[][]> Rows = new(Read);

    /// <summary>Gets the properties that rows are about.</summary>
    public static IEnumerable<string> Names => Rows.Value.SelectMany(row => NamesOf(row[0])).Distinct(StringComparer.Ordinal);

    /// <summary>Gets what rows say about a name, each cell after the first on a line of its own; case does not count.</summary>
    public static IReadOnlyList<string> Find(string name) =>
        [
            .. Rows.Value.Where(row => NamesOf(row[0]).Contains(name, StringComparer.OrdinalIgnoreCase)).Select(
                row => string.Join("\n  ", row.Where(cell => cell.Length > 0))),
        ];

    private static IEnumerable<string> NamesOf(string cell) => Name().Matches(cell).Select(match => match.Value);

    private static string[][] Read() =>
    [
        .. Pages.Read("docs/guide/build.md").Split('\n')
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Select(line => line.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries)),
    ];

    [GeneratedRegex("Hypertune[A-Za-z]+|Hypermax[A-Z][A-Za-z]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
