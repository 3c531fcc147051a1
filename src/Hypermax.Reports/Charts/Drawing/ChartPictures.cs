namespace Hypermax.Charts.Drawing;

/// <summary>Draws a chart as SVG and as PNG in one go.</summary>
internal static class ChartPictures
{
    /// <summary>Draws the pictures; the same bytes as <see cref="SvgChartWriter"/> and <see cref="PngChartWriter"/> give.</summary>
    public static (byte[] Svg, byte[] Png) Write(Chart chart, double scale)
    {
        ChartSpec spec = chart.Spec;
        SvgCanvas svg = SvgChartWriter.CanvasFor(spec);
        PngCanvas png = new(spec.Width, spec.Height, scale);
        ChartPainter.Draw(chart, new TwinCanvas(svg, png), ChartTheme.Light);
        return (svg.Finish(), png.Finish());
    }
}
