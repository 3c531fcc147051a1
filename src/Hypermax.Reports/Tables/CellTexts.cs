using System.Globalization;
using System.Text;

namespace Hypermax.Tables;

/// <summary>The cells of a column as they stand in CSV, quoted where needed; made once for columns that many tables share.</summary>
internal sealed class CellTexts
{
    private const int LongestNumber = 32;

    private readonly byte[] _bytes;
    private readonly int[] _ends;

    public CellTexts(Column column)
    {
        _ends = new int[column.Count];
        if (column.Labels is null)
        {
            _bytes = Numbers(column.Values, _ends);
            return;
        }

        byte[][] labels = [.. column.Labels.Select(label => Encoding.UTF8.GetBytes(Quoted(label)))];
        using MemoryStream bytes = new();
        for (int row = 0; row < column.Count; row++)
        {
            if (!double.IsNaN(column[row]))
            {
                bytes.Write(labels[(int)column[row]]);
            }

            _ends[row] = (int)bytes.Length;
        }

        _bytes = bytes.ToArray();
    }

    /// <summary>Gets a cell.</summary>
    public ReadOnlySpan<byte> this[int row] => _bytes.AsSpan((row == 0 ? 0 : _ends[row - 1])..(_ends[row]));

    /// <summary>Puts a text into quotes when a comma, a quote, a line end or a blank at an end makes that necessary.</summary>
    public static string Quoted(string text) =>
        text.AsSpan().IndexOfAny("\",\r\n") >= 0 || text.StartsWith(' ') || text.EndsWith(' ')
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : text;

    private static byte[] Numbers(ReadOnlySpan<double> values, int[] ends)
    {
        byte[] bytes = new byte[(values.Length * 20) + LongestNumber];
        int length = 0;
        for (int row = 0; row < values.Length; row++)
        {
            if (bytes.Length - length < LongestNumber)
            {
                Array.Resize(ref bytes, 2 * bytes.Length);
            }

            if (!double.IsNaN(values[row]))
            {
                values[row].TryFormat(bytes.AsSpan(length), out int written, "R", CultureInfo.InvariantCulture);
                length += written;
            }

            ends[row] = length;
        }

        Array.Resize(ref bytes, length);
        return bytes;
    }
}
