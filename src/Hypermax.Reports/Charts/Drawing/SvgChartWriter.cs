using System.Text;

namespace Hypermax.Charts.Drawing;

/// <summary>Draws charts as SVG: vector pictures that open in every browser, without ids, scripts or outside references.</summary>
/// <remarks>Safe to share between threads. The same chart gives the same bytes under every culture.</remarks>
public static class SvgChartWriter
{
    /// <summary>Draws a chart.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="theme">The shades, or null for <see cref="ChartTheme.Light"/>.</param>
    /// <returns>The text of the picture, an <c>svg</c> element that may stand in a page as it is.</returns>
    public static string Write(Chart chart, ChartTheme? theme = null)
    {
        SvgCanvas canvas = CanvasFor(chart.Spec);
        ChartPainter.Draw(chart, canvas, theme ?? ChartTheme.Light);
        return Encoding.UTF8.GetString(canvas.Finish());
    }

    /// <summary>Draws a chart to stand in a page that writes its title: without it, and in the colours of the page, light or dark.</summary>
    /// <param name="chart">The chart.</param>
    internal static string WriteForPage(Chart chart)
    {
        // The lines of parallel coordinates fade into white paper; on dark paper the worst would stand out.
        bool isPaper = chart.Spec.Layers.Any(layer => layer is ParallelLayer);
        SvgCanvas canvas = new(
            chart.Spec.Width, chart.Spec.Height, LabelText.Clean(chart.Spec.Title), LabelText.Clean(chart.Spec.Description), isPaper ? null : PageColors.Names);
        ChartPainter.Draw(chart, canvas, isPaper ? ChartTheme.Light : PageColors.Theme, hasTitle: false);
        return Encoding.UTF8.GetString(canvas.Finish());
    }

    /// <summary>Makes the canvas of a chart.</summary>
    internal static SvgCanvas CanvasFor(ChartSpec spec) => new(spec.Width, spec.Height, LabelText.Clean(spec.Title), LabelText.Clean(spec.Description));
}
