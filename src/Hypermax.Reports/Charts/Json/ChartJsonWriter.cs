using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hypermax.Tables;

namespace Hypermax.Charts.Json;

/// <summary>Writes charts as JSON for interactive pages; the form is described in docs/formats/chart.md.</summary>
/// <remarks>Columns stand once in a common list, whatever number of charts draws them. Safe to share between threads.</remarks>
internal static class ChartJsonWriter
{
    /// <summary>The version of the form.</summary>
    public const int Format = 1;

    /// <summary>Writes charts as one object: <c>format</c>, <c>charts</c>, <c>tables</c>, <c>columns</c>.</summary>
    /// <param name="charts">The charts, in the order to be shown.</param>
    /// <param name="digits">How many significant digits numbers keep; 17 for all. Six are finer than any screen.</param>
    /// <returns>UTF-8 text, safe to stand in a script element: angle brackets and ampersands are escaped.</returns>
    public static byte[] Write(IEnumerable<Chart> charts, int digits = 6)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.Default }))
        {
            json.WriteStartObject();
            WriteMembers(json, charts, new Dictionary<string, Table>(StringComparer.Ordinal), digits);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes the members <c>format</c>, <c>charts</c>, <c>tables</c> and <c>columns</c> into an object that the caller has begun.</summary>
    /// <param name="json">Where to write.</param>
    /// <param name="charts">The charts, in the order to be shown.</param>
    /// <param name="tables">Further tables by name that share the columns, such as the table of trials.</param>
    /// <param name="digits">How many significant digits numbers keep.</param>
    public static void WriteMembers(Utf8JsonWriter json, IEnumerable<Chart> charts, IReadOnlyDictionary<string, Table> tables, int digits = 6)
    {
        ColumnPool pool = new();
        json.WriteNumber("format", Format);
        json.WriteStartArray("charts");
        foreach (Chart chart in charts)
        {
            SpecJson.Write(json, chart, pool);
        }

        json.WriteEndArray();
        json.WriteStartObject("tables");
        foreach ((string name, Table table) in tables)
        {
            json.WritePropertyName(name);
            SpecJson.WriteTable(json, table, pool);
        }

        json.WriteEndObject();
        json.WriteStartArray("columns");
        // Rows that columns are picked by join the pool while it is written.
        for (int i = 0; i < pool.Columns.Count; i++)
        {
            WriteColumn(json, pool, pool.Columns[i], digits);
        }

        json.WriteEndArray();
    }

    private static void WriteColumn(Utf8JsonWriter json, ColumnPool pool, Column column, int digits)
    {
        json.WriteStartObject();
        if (pool.OriginOf(column) is { } origin)
        {
            json.WriteNumber("of", origin.Source);
            json.WriteNumber("rows", origin.Rows);
            json.WriteEndObject();
            return;
        }

        if (column.Labels is not null)
        {
            json.WriteStartArray("labels");
            foreach (string label in column.Labels)
            {
                json.WriteStringValue(label);
            }

            json.WriteEndArray();
        }

        json.WriteStartArray("values");
        foreach (double value in column.Values)
        {
            WriteNumber(json, value, digits);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    internal static void WriteNumber(Utf8JsonWriter json, double value, int digits)
    {
        if (!double.IsFinite(value))
        {
            json.WriteNullValue();
        }
        else if (value == Math.Floor(value) && Math.Abs(value) < 1e15)
        {
            json.WriteNumberValue((long)value);
        }
        else if (digits >= 17)
        {
            json.WriteNumberValue(value);
        }
        else
        {
            Span<char> text = stackalloc char[40];
            Span<char> format = ['G', (char)('0' + (digits / 10)), (char)('0' + (digits % 10))];
            value.TryFormat(text, out int length, format, CultureInfo.InvariantCulture);
            json.WriteRawValue(text[..length]);
        }
    }
}
