using CsvHelper;
using CsvHelper.Configuration;
using System.Globalization;

namespace Hypermax.Import;

/// <summary>How a table is written: what separates its columns, and its heads.</summary>
/// <param name="Separator">The character between columns.</param>
/// <param name="Heads">The heads, without white space around them.</param>
internal sealed record CsvDialect(char Separator, IReadOnlyList<string> Heads)
{
    private static readonly char[] Separators = [',', ';', '\t', '|'];

    /// <summary>Tells the dialect from the first line: the separator under which most of the wanted columns are there.</summary>
    /// <param name="firstLine">The first line of the table.</param>
    /// <param name="wanted">Tells whether a head is one that matters.</param>
    public static CsvDialect Detect(string firstLine, Predicate<string> wanted) => Separators
        .Select(separator => new CsvDialect(separator, Split(firstLine, separator)))
        .MaxBy(dialect => (1000 * dialect.Heads.Count(head => wanted(head))) + dialect.Heads.Count)!;

    /// <summary>Gets the settings of the parser for this dialect.</summary>
    /// <param name="separator">The character between columns.</param>
    public static CsvConfiguration Configuration(char separator) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = separator.ToString(),
        HasHeaderRecord = false,
        BadDataFound = null,
        IgnoreBlankLines = true,
        TrimOptions = TrimOptions.Trim,
        BufferSize = 1 << 16,
    };

    private static string[] Split(string line, char separator)
    {
        using StringReader text = new(line);
        using CsvParser parser = new(text, Configuration(separator));
        return parser.Read() ? [.. parser.Record!.Select(head => head.Trim())] : [];
    }
}
