using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Hypermax.Tables;

/// <summary>Reads rows of separated values that others wrote, as they are: nothing in them is an error.</summary>
internal static class CsvRows
{
    /// <summary>Reads one row after the other.</summary>
    /// <param name="text">The rows.</param>
    /// <param name="delimiter">What stands between two cells.</param>
    public static IEnumerable<string[]> Read(TextReader text, string delimiter)
    {
        using CsvParser parser = new(text, new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = delimiter, BadDataFound = null }, leaveOpen: true);
        while (parser.Read())
        {
            yield return parser.Record ?? [];
        }
    }
}
