using System.Text;
using Hypermax.Dashboard.Contracts;
using Hypermax.Tables;

namespace Hypermax.Dashboard.Artifacts;

/// <summary>Reads the beginning of a table or a text, as much of it as a page shows.</summary>
internal static class ArtifactPreview
{
    private const int MostBytes = 256 * 1024;
    private const int MostLetters = 32 * 1024;
    private const int MostRows = 101;
    private const int MostColumns = 40;
    private const int MostOfCell = 200;

    /// <summary>Reads the beginning of a text.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static ArtifactText OfText(Stream file)
    {
        (string text, bool isCut) = Beginning(file);
        return new ArtifactText(text.Length > MostLetters ? text[..MostLetters] : text, Rows: null, isCut || text.Length > MostLetters);
    }

    /// <summary>Reads the first rows of a table.</summary>
    /// <param name="file">The table, as text.</param>
    /// <param name="delimiter">What stands between two cells.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static ArtifactText OfTable(Stream file, string delimiter)
    {
        (string text, bool isCut) = Beginning(file);
        using StringReader letters = new(text);
        string[][] rows = [.. CsvRows.Read(letters, delimiter).Take(MostRows + 1)];
        isCut |= rows.Length > MostRows || Array.Exists(rows, cells => cells.Length > MostColumns);
        return new ArtifactText(Text: null, [.. rows.Take(MostRows).Select(cells => cells.Take(MostColumns).Select(Shortened).ToArray())], isCut);
    }

    private static string Shortened(string cell) => cell.Length > MostOfCell ? cell[..MostOfCell] + "…" : cell;

    private static (string Text, bool IsCut) Beginning(Stream file)
    {
        byte[] bytes = new byte[MostBytes];
        int count = file.ReadAtLeast(bytes, MostBytes, throwOnEndOfStream: false);
        return (Encoding.UTF8.GetString(bytes, 0, count).TrimStart('\uFEFF'), file.Length > count);
    }
}
