using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Hypermax.Tables;

/// <summary>Writes tables as CSV: a head line, commas, <c>\n</c>, quotes only where needed, numbers invariant to culture.</summary>
public static class CsvTableWriter
{
    private static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture) { NewLine = "\n" };

    /// <summary>Writes a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="writer">Where to write; left open.</param>
    public static void Write(Table table, TextWriter writer)
    {
        using CsvWriter csv = new(writer, Configuration, leaveOpen: true);
        foreach (Column column in table.Columns)
        {
            csv.WriteField(column.Name);
        }

        csv.NextRecord();
        for (int row = 0; row < table.RowCount; row++)
        {
            foreach (Column column in table.Columns)
            {
                // Only labels and heads can hold anything to quote.
                csv.WriteField(column.Text(row), column.Labels is not null && NeedsQuotes(column.Text(row)));
            }

            csv.NextRecord();
        }
    }

    /// <summary>Gets a table as CSV text.</summary>
    /// <param name="table">The table.</param>
    public static string ToText(Table table)
    {
        using StringWriter writer = new(CultureInfo.InvariantCulture);
        Write(table, writer);
        return writer.ToString();
    }

    private static bool NeedsQuotes(string text) =>
        text.AsSpan().IndexOfAny("\",\r\n") >= 0 || text.StartsWith(' ') || text.EndsWith(' ');
}
