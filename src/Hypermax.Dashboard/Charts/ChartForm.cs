using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hypermax.Charts;
using Hypermax.Charts.Json;
using Hypermax.Tables;

namespace Hypermax.Dashboard.Charts;

/// <summary>A form in which charts are handed out.</summary>
/// <param name="Name">Its name, which files end in.</param>
/// <param name="Type">Its media type.</param>
/// <param name="Write">Writes a chart.</param>
internal sealed record ChartForm(string Name, string Type, Func<Chart, byte[]> Write)
{
    /// <summary>The numbers and what to draw of them, as docs/formats/chart.md describes it.</summary>
    public static readonly ChartForm Json = new("json", "application/json; charset=utf-8", chart => Together([chart]));

    // Pictures are for papers and slides: on white, and sharp.
    private static readonly ChartForm[] Files =
    [
        new("svg", "image/svg+xml", chart => Encoding.UTF8.GetBytes(chart.ToSvg())),
        new("png", "image/png", chart => chart.ToPng()),
        new("csv", "text/csv", chart => CsvTableWriter.ToUtf8(TableOf(chart))),
    ];

    /// <summary>Gets the form of files that end in so; null where there is none.</summary>
    public static ChartForm? Find(string name) => Array.Find(Files, form => form.Name == name);

    /// <summary>Writes several charts as <see cref="Json"/>.</summary>
    public static byte[] Together(IReadOnlyList<Chart> charts)
    {
        ArrayBufferWriter<byte> buffer = new(1 << 14);
        using (Utf8JsonWriter json = new(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            ChartJsonWriter.WriteMembers(json, charts, new Dictionary<string, Table>(StringComparer.Ordinal));
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    // A comparison has a table for each study and none for all: they become one, with the study in front of each row.
    private static Table TableOf(Chart chart)
    {
        if (chart.Table.Columns.Count > 0 || chart.Parts.Count == 0)
        {
            return chart.Table;
        }

        (string Label, Table Table)[] parts = [.. chart.Spec.Layers.Select(layer => (layer.Label ?? layer.Table, chart.TableOf(layer)))];
        IEnumerable<string> Texts(string name) => parts.SelectMany(part =>
            Enumerable.Range(0, part.Table.RowCount).Select(row => part.Table[name].Labels![(int)part.Table[name].Values[row]]));
        return new Table(
        [
            Column.OfTexts("study", parts.SelectMany(part => Enumerable.Repeat(part.Label, part.Table.RowCount))),
            .. parts[0].Table.Columns.Select(column => column.Labels is null
                ? new Column(column.Name, parts.SelectMany(part => part.Table[column.Name].Values.ToArray()))
                : Column.OfTexts(column.Name, Texts(column.Name))),
        ]);
    }
}
