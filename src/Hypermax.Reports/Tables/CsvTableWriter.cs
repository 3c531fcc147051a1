using System.Buffers;
using System.Text;

namespace Hypermax.Tables;

/// <summary>Writes tables as CSV: a head line, commas, <c>\n</c>, quotes only where needed, numbers invariant to culture.</summary>
/// <remarks>Safe to share between threads. The cells of columns that several tables share are turned into text once.</remarks>
public static class CsvTableWriter
{
    /// <summary>Writes a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="writer">Where to write; left open.</param>
    public static void Write(Table table, TextWriter writer) => writer.Write(ToText(table));

    /// <summary>Gets a table as CSV text.</summary>
    /// <param name="table">The table.</param>
    public static string ToText(Table table) => Encoding.UTF8.GetString(ToUtf8(table));

    /// <summary>Gets a table as CSV in UTF-8, without a byte order mark.</summary>
    /// <param name="table">The table.</param>
    public static byte[] ToUtf8(Table table)
    {
        ArrayBufferWriter<byte> csv = new(256 + (16 * table.RowCount * table.Columns.Count));
        Write(table, csv);
        return csv.WrittenSpan.ToArray();
    }

    /// <summary>Adds a table as CSV in UTF-8 to a buffer.</summary>
    /// <param name="table">The table.</param>
    /// <param name="csv">The buffer.</param>
    internal static void Write(Table table, ArrayBufferWriter<byte> csv)
    {
        for (int i = 0; i < table.Columns.Count; i++)
        {
            csv.Write(i == 0 ? [] : ","u8);
            csv.Write(Encoding.UTF8.GetBytes(CellTexts.Quoted(table.Columns[i].Name)));
        }

        csv.Write("\n"u8);
        (CellTexts Cells, int[]? Rows)[] columns =
        [
            .. table.Columns.Select(column => column.Cells).Select(
                column => (column.Cells, column.Rows is null ? null : column.Rows as int[] ?? [.. column.Rows])),
        ];
        for (int row = 0; row < table.RowCount; row++)
        {
            for (int i = 0; i < columns.Length; i++)
            {
                (CellTexts cells, int[]? rows) = columns[i];
                ReadOnlySpan<byte> cell = cells[rows is null ? row : rows[row]];
                Span<byte> room = csv.GetSpan(cell.Length + 1);
                cell.CopyTo(room);
                room[cell.Length] = i < columns.Length - 1 ? (byte)',' : (byte)'\n';
                csv.Advance(cell.Length + 1);
            }
        }
    }
}
