namespace Hypermax.Charts.Drawing;

/// <summary>Draws charts as PNG, with the same layout as <see cref="SvgChartWriter"/> and an embedded font; no native code.</summary>
/// <remarks>Safe to share between threads; memory for one picture is about 12 bytes a pixel. Pictures have up to 256 colours.</remarks>
public static class PngChartWriter
{
    /// <summary>Draws a chart.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="scale">Pixels for each CSS pixel: 1 is small, 2 (the default) sharp on dense screens and on paper.</param>
    /// <param name="theme">The shades, or null for <see cref="ChartTheme.Light"/>.</param>
    public static byte[] Write(Chart chart, double scale = 2, ChartTheme? theme = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(scale, 0.1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scale, 10);
        PngCanvas canvas = new(chart.Spec.Width, chart.Spec.Height, scale);
        ChartPainter.Draw(chart, canvas, theme ?? ChartTheme.Light);
        return canvas.Finish();
    }
}
