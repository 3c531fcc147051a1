using System.IO.Compression;
using System.Text;
using CsvHelper;
using Hypermax.Storage;

namespace Hypermax.Import;

/// <summary>Reads a study from a table of evaluations in any shape: see docs/formats/results-csv.md, "What is read".</summary>
/// <remarks>Reads row by row, so a million rows take no more memory than their trials. Invariant to culture.</remarks>
public static class CsvStudyReader
{
    /// <summary>Reads a file; one that ends in <c>.gz</c> is unpacked.</summary>
    /// <param name="path">The file.</param>
    /// <param name="space">The space that its rows are points of.</param>
    /// <param name="options">What the columns mean, or null for the defaults.</param>
    /// <exception cref="ImportException">The table cannot become a study.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ImportedStudy ReadFile(string path, SearchSpace space, ImportOptions? options = null)
    {
        using Stream file = File.OpenRead(path);
        using Stream content = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using StreamReader text = new(content, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        try
        {
            return Read(text, space, options);
        }
        catch (InvalidDataException error)
        {
            throw new ImportException($"'{path}' is called like a gzip file but is none ({error.Message}). Rename it, or pack it again.");
        }
    }

    /// <summary>Reads a table.</summary>
    /// <param name="text">The table; its first line holds the heads.</param>
    /// <param name="space">The space that its rows are points of.</param>
    /// <param name="options">What the columns mean, or null for the defaults.</param>
    /// <exception cref="ImportException">The table cannot become a study.</exception>
    public static ImportedStudy Read(TextReader text, SearchSpace space, ImportOptions? options = null)
    {
        options ??= new ImportOptions();
        string? heads = ReadHeads(text);
        if (heads is null)
        {
            throw new ImportException("The table is empty; its first line holds the heads of the columns. Check the file.");
        }

        CsvDialect dialect = CsvDialect.Detect(heads, head => space.IndexOf(head) >= 0 || head == options.Loss);
        ImportColumns columns = new(dialect.Heads, space, options);
        RowReader rows = new(space, columns, dialect.Heads, new NumberText(options.Decimal, dialect.Separator == ','), options);
        using CsvParser parser = new(text, CsvDialect.Configuration(dialect.Separator), leaveOpen: true);
        while (parser.Read())
        {
            rows.Add(parser);
        }

        return rows.ToStudy(Header(space, options));
    }

    // A head in quotes may hold line ends, so the first record can be more than the first line.
    private static string? ReadHeads(TextReader text)
    {
        string? heads = text.ReadLine();
        while (heads is not null && string.IsNullOrWhiteSpace(heads))
        {
            heads = text.ReadLine();
        }

        while (heads is not null && heads.Count(character => character == '"') % 2 != 0 && text.ReadLine() is { } more)
        {
            heads += "\n" + more;
        }

        return heads;
    }

    private static StudyHeader Header(SearchSpace space, ImportOptions options) => new()
    {
        Name = options.Name,
        Space = space,
        Directions = [options.Direction],
        Seed = 0,
        Method = "import",
        Version = typeof(CsvStudyReader).Assembly.GetName().Version?.ToString(3) ?? "0",
        Created = options.Clock.GetUtcNow(),
    };
}
