using Hypermax.Charts.Drawing.Fonts;
using Hypermax.Tables;

namespace Hypermax.Charts.Drawing;

/// <summary>Draws bars with whiskers and texts at their ends.</summary>
internal static class BarsPainter
{
    public static void Draw(ICanvas canvas, ChartTheme theme, Plot plot, BarsLayer layer, Table table, Paint paint)
    {
        Column place = table[layer.Place];
        Column value = table[layer.Value];
        Column? low = layer.Low is null ? null : table[layer.Low];
        Column? high = layer.High is null ? null : table[layer.High];
        Column? text = layer.Text is null ? null : table[layer.Text];
        TextStyle style = new(11, theme.FaintInk, layer.IsHorizontal ? Anchor.Start : Anchor.Middle);
        for (int row = 0; row < table.RowCount; row++)
        {
            double at = place[row] + layer.Offset;
            if (double.IsNaN(at + value[row]))
            {
                continue;
            }

            DrawBar(canvas, plot, layer, at, value[row], paint);
            double end = value[row];
            if (low is not null && high is not null && !double.IsNaN(low[row] + high[row]))
            {
                DrawWhisker(canvas, plot, layer, at, low[row], high[row], new Paint(theme.Ink, 0.65));
                end = Math.Max(end, high[row]);
            }

            if (text is not null)
            {
                DrawText(canvas, plot, layer, at, end, text.Text(row), style);
            }
        }
    }

    private static void DrawBar(ICanvas canvas, Plot plot, BarsLayer layer, double at, double value, Paint paint)
    {
        double before = at - (layer.Thickness / 2);
        double after = at + (layer.Thickness / 2);
        (double start, double end) = layer.IsHorizontal ? (plot.X(0), plot.X(value)) : (plot.Y(0), plot.Y(value));
        (double a, double b) = layer.IsHorizontal ? (plot.Y(before), plot.Y(after)) : (plot.X(before), plot.X(after));
        (double low, double length) = (Math.Min(start, end), Math.Abs(end - start));
        (double side, double thickness) = (Math.Min(a, b), Math.Abs(b - a));
        canvas.Fill(layer.IsHorizontal ? new Box(low, side, length, thickness) : new Box(side, low, thickness, length), paint);
    }

    private static void DrawWhisker(ICanvas canvas, Plot plot, BarsLayer layer, double at, double low, double high, Paint paint)
    {
        if (layer.IsHorizontal)
        {
            (double y, double from, double to) = (plot.Y(at), plot.X(low), plot.X(high));
            canvas.Line([new Place(from, y), new Place(to, y)], paint, 1.2);
            canvas.Line([new Place(from, y - 3), new Place(from, y + 3)], paint, 1.2);
            canvas.Line([new Place(to, y - 3), new Place(to, y + 3)], paint, 1.2);
        }
        else
        {
            (double x, double from, double to) = (plot.X(at), plot.Y(low), plot.Y(high));
            canvas.Line([new Place(x, from), new Place(x, to)], paint, 1.2);
            canvas.Line([new Place(x - 3, from), new Place(x + 3, from)], paint, 1.2);
            canvas.Line([new Place(x - 3, to), new Place(x + 3, to)], paint, 1.2);
        }
    }

    private static void DrawText(ICanvas canvas, Plot plot, BarsLayer layer, double at, double end, string text, TextStyle style)
    {
        if (layer.IsHorizontal)
        {
            double x = plot.X(end) + 6;
            double width = ChartFonts.Width(text, style);
            bool isInside = x + width > plot.Box.Right + 4;
            canvas.Text(new Place(isInside ? plot.Box.Right - width : x, plot.Y(at) + 4), text, style);
        }
        else
        {
            canvas.Text(new Place(plot.X(at), plot.Y(end) - 4), text, style);
        }
    }
}
