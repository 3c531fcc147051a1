using Hypermax.Charts.Drawing.Fonts;
using Hypermax.Charts.Scales;
using Hypermax.Tables;

namespace Hypermax.Charts.Drawing;

/// <summary>Draws parallel coordinates: lines first, then axes with labels on pale plates.</summary>
internal static class ParallelPainter
{
    /// <summary>How far below its axis an inactive parameter stands.</summary>
    private const double InactiveDrop = 12;

    private const double TitleGap = 8;

    public static void Draw(ICanvas canvas, ChartTheme theme, Box room, ParallelLayer layer, Table table, ColorMap colours)
    {
        int count = layer.Axes.Count;
        Box plot = new(room.X + 26, room.Y + 34, Math.Max(60, room.Width - 66), Math.Max(40, room.Height - 34 - 26));
        double[] x = [.. Enumerable.Range(0, count).Select(i => count == 1 ? plot.X : plot.X + (plot.Width * i / (count - 1)))];
        DrawLines(canvas, layer, table, colours, plot, x);
        for (int i = 0; i < count; i++)
        {
            DrawAxis(canvas, theme, layer.Axes[i].Axis, plot, x[i], count == 1 ? plot.Width : plot.Width / (count - 1));
        }

        DrawTitles(canvas, theme, room, layer, plot.Y, x);
    }

    // In two rows where one has no room for all; those at the ends stay within the picture.
    private static void DrawTitles(ICanvas canvas, ChartTheme theme, Box room, ParallelLayer layer, double top, double[] x)
    {
        TextStyle style = new(11, theme.Ink, Anchor.Middle, IsBold: true);
        double gap = x.Length == 1 ? room.Width : x[1] - x[0];
        bool hasTwoRows = x.Length > 2 && layer.Axes.Any(axis => ChartFonts.Width(axis.Axis.Title, style) > gap - TitleGap);
        double widest = (hasTwoRows ? 2 * gap : gap) - TitleGap;
        for (int i = 0; i < x.Length; i++)
        {
            // A title that is moved inwards may take half of what its neighbour could.
            bool isAtEnd = i == 0 || i == x.Length - 1;
            double inwards = (i == 0 ? x[i] - room.X : room.Right - x[i]) + (widest / 2);
            string text = LabelText.Fit(layer.Axes[i].Axis.Title, Math.Max(40, isAtEnd && x.Length > 1 ? Math.Min(widest, inwards) : widest), style);
            double half = ChartFonts.Width(text, style) / 2;
            double middle = Math.Max(room.X + half, Math.Min(x[i], room.Right - half));
            canvas.Text(new Place(middle, top - (hasTwoRows && i % 2 == 1 ? 8 : 22)), text, style);
        }
    }

    private static void DrawLines(ICanvas canvas, ParallelLayer layer, Table table, ColorMap colours, Box plot, double[] x)
    {
        Column color = table[layer.Color];
        Column[] columns = [.. layer.Axes.Select(axis => table[axis.Column])];
        AxisScale[] scales = [.. layer.Axes.Select(axis => new AxisScale(axis.Axis))];
        Place[] places = new Place[columns.Length];
        double opacity = Math.Clamp(layer.Opacity * 12 / Math.Sqrt(Math.Max(1, table.RowCount)), 0.08, 0.9);
        for (int row = 0; row < table.RowCount; row++)
        {
            for (int i = 0; i < places.Length; i++)
            {
                double unit = scales[i].ToUnit(columns[i][row]);
                places[i] = new Place(x[i], double.IsNaN(unit) ? plot.Bottom + InactiveDrop : plot.Bottom - (unit * plot.Height));
            }

            canvas.Line(places, new Paint(colours.Of(color[row]), opacity), 1.1);
        }
    }

    private static void DrawAxis(ICanvas canvas, ChartTheme theme, Axis axis, Box plot, double x, double gap)
    {
        canvas.Line([new Place(x, plot.Y), new Place(x, plot.Bottom)], new Paint(theme.Ink), 1.2);
        AxisScale scale = new(axis);
        TextStyle label = new(10, theme.Ink);
        double lastY = double.PositiveInfinity;
        foreach (Tick tick in Ticks.Of(axis, (int)(plot.Height / 48)).Where(tick => tick.Label.Length > 0))
        {
            double y = plot.Bottom - (scale.ToUnit(tick.Value) * plot.Height);
            if (Math.Abs(y - lastY) < 11)
            {
                continue;
            }

            lastY = y;
            string text = LabelText.Fit(tick.Label, Math.Max(30, gap - 14), label);
            canvas.Fill(new Box(x + 4, y - 6, ChartFonts.Width(text, label) + 4, 12), new Paint(theme.Paper, 0.78));
            canvas.Line([new Place(x - 3, y), new Place(x + 3, y)], new Paint(theme.Ink), 1);
            canvas.Text(new Place(x + 6, y + 3.5), text, label);
        }
    }
}
