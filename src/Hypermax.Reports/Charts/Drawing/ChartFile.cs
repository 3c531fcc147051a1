using System.Text;
using Hypermax.Tables;
using Hypermax.Writing;

namespace Hypermax.Charts.Drawing;

/// <summary>Writes a chart into a file of the kind that its name says.</summary>
internal static class ChartFile
{
    public static void Write(Chart chart, string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        byte[] content = Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".SVG" => Encoding.UTF8.GetBytes(chart.ToSvg()),
            ".PNG" => chart.ToPng(),
            ".HTML" or ".HTM" => Encoding.UTF8.GetBytes(ChartHtml.Page(chart)),
            ".CSV" => Csv(chart.Table),
            var other => throw new ArgumentException(
                $"The name of the file of a chart says what to write, and '{path}' ends in '{other}'. Let it end in .svg, .png, .html or .csv.", nameof(path)),
        };
        AtomicFile.Write(path, content);
    }

    private static byte[] Csv(Table table)
    {
        System.Buffers.ArrayBufferWriter<byte> bytes = new();
        CsvTableWriter.Write(table, bytes);
        return bytes.WrittenSpan.ToArray();
    }
}
