using Hypermax.Charts.Drawing;
using Hypermax.Tables;

namespace Hypermax.Charts;

/// <summary>A chart: a specification and the tables it draws. Every writer draws from these and computes nothing of its own.</summary>
public sealed class Chart
{
    /// <summary>Creates a chart.</summary>
    /// <param name="spec">What to draw.</param>
    /// <param name="table">The main table, the one that layers without a table name draw.</param>
    /// <param name="parts">Further tables by the name that layers give them, or null for none.</param>
    internal Chart(ChartSpec spec, Table table, IReadOnlyDictionary<string, Table>? parts = null)
    {
        Spec = spec;
        Table = table;
        Parts = parts ?? new Dictionary<string, Table>(StringComparer.Ordinal);
    }

    /// <summary>Gets what to draw.</summary>
    internal ChartSpec Spec { get; }

    /// <summary>Gets the main table.</summary>
    public Table Table { get; }

    /// <summary>Gets the further tables by name, such as the contour lines beside the cells.</summary>
    public IReadOnlyDictionary<string, Table> Parts { get; }

    /// <summary>Gets what the chart shows and how to read it, in a sentence or two.</summary>
    public string Description => Spec.Description;

    /// <summary>Draws the chart as an <c>svg</c> element, which is a file of its own and may also stand in a page as it is.</summary>
    /// <param name="theme">The shades, or null for <see cref="ChartTheme.Light"/>.</param>
    public string ToSvg(ChartTheme? theme = null) => SvgChartWriter.Write(this, theme);

    /// <summary>Draws the chart as the bytes of a PNG picture.</summary>
    /// <param name="scale">Pixels for each CSS pixel, from 0.1 to 10; 2 (the default) is sharp on dense screens and on paper.</param>
    /// <param name="theme">The shades, or null for <see cref="ChartTheme.Light"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The scale is no number of that range.</exception>
    public byte[] ToPng(double scale = 2, ChartTheme? theme = null) => PngChartWriter.Write(this, scale, theme);

    /// <summary>Writes the chart as a <c>figure</c> element with its description, as notebooks and pages show it; no scripts, nothing from outside.</summary>
    /// <param name="theme">The shades, or null for <see cref="ChartTheme.Light"/>.</param>
    public string ToHtml(ChartTheme? theme = null) => ChartHtml.Figure(this, theme);

    /// <summary>Writes the chart into a file of the kind that its name says: <c>.svg</c>, <c>.png</c>, <c>.html</c>, or <c>.csv</c> for the main
    /// table.</summary>
    /// <param name="path">The file; its folder is created when missing, and an old file is replaced as a whole.</param>
    /// <exception cref="ArgumentException">The name ends in something else.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path) => ChartFile.Write(this, path);

    /// <summary>Gets the table that a layer draws.</summary>
    /// <param name="layer">A layer of <see cref="Spec"/>.</param>
    internal Table TableOf(Layer layer) => layer.Table.Length == 0 ? Table : Parts[layer.Table];
}
