namespace Hypermax.Charts.Drawing;

/// <summary>Draws charts as PNG, with the same layout as <see cref="SvgChartWriter"/> and an embedded font; no native code.</summary>
/// <remarks>Safe to share between threads; memory for one picture is about 12 bytes a pixel. Pictures have up to 256 colours.</remarks>
public static class PngChartWriter
{
    private const double Least = 0.1;
    private const double Most = 10;

    /// <summary>Draws a chart.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="scale">Pixels for each CSS pixel, from 0.1 to 10: 1 is small, 2 (the default) sharp on dense screens and on paper.</param>
    /// <param name="theme">The shades, or null for <see cref="ChartTheme.Light"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The scale is no number of that range.</exception>
    public static byte[] Write(Chart chart, double scale = 2, ChartTheme? theme = null)
    {
        if (scale is not (>= Least and <= Most))
        {
            throw new ArgumentOutOfRangeException(
                nameof(scale),
                FormattableString.Invariant($"The scale of a picture is {scale}; it is a number of pixels for each CSS pixel ")
                + FormattableString.Invariant($"and must lie between {Least} and {Most}. ")
                + "Leave it out for 2, which is sharp on dense screens and on paper.");
        }

        PngCanvas canvas = new(chart.Spec.Width, chart.Spec.Height, scale);
        ChartPainter.Draw(chart, canvas, theme ?? ChartTheme.Light);
        return canvas.Finish();
    }
}
