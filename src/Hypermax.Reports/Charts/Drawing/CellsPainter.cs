using Hypermax.Charts.Drawing.Fonts;
using Hypermax.Tables;

namespace Hypermax.Charts.Drawing;

/// <summary>Draws cells as rectangles or as a smooth field, with texts on top.</summary>
internal static class CellsPainter
{
    private const int FieldSize = 96;

    public static void Draw(ICanvas canvas, Plot plot, CellsLayer layer, Table table, ColorMap colours)
    {
        if (table.RowCount == 0)
        {
            return;
        }

        (Column x1, Column x2, Column y1, Column y2) = (table[layer.X1], table[layer.X2], table[layer.Y1], table[layer.Y2]);
        Column value = table[layer.Color];
        if (layer.IsSmooth)
        {
            Box box = Between(plot, x1[0], x2[layer.AcrossCount - 1], y1[0], y2[table.RowCount - 1]);
            DrawField(canvas, box, value.Values, layer.AcrossCount, colours);
        }
        else
        {
            for (int row = 0; row < table.RowCount; row++)
            {
                if (!double.IsNaN(value[row]))
                {
                    Box box = Between(plot, x1[row], x2[row], y1[row], y2[row]);
                    canvas.Fill(new Box(box.X, box.Y, box.Width + 0.3, box.Height + 0.3), new Paint(colours.Of(value[row])));
                }
            }
        }

        if (layer.Text is not null)
        {
            DrawTexts(canvas, plot, layer, table, colours);
        }
    }

    private static void DrawTexts(ICanvas canvas, Plot plot, CellsLayer layer, Table table, ColorMap colours)
    {
        (Column x1, Column x2, Column y1, Column y2) = (table[layer.X1], table[layer.X2], table[layer.Y1], table[layer.Y2]);
        Column text = table[layer.Text!];
        Column value = table[layer.Color];
        for (int row = 0; row < table.RowCount; row++)
        {
            string words = text.Text(row);
            Box box = Between(plot, x1[row], x2[row], y1[row], y2[row]);
            TextStyle style = new(11, Ink(colours.Of(value[row])), Anchor.Middle);
            double width = ChartFonts.Width(words, style);
            style = style with { Size = Math.Min(style.Size, style.Size * (box.Width - 4) / Math.Max(width, 1)) };
            if (style.Size >= 5 && style.Size < box.Height)
            {
                canvas.Text(new Place(box.X + (box.Width / 2), box.Y + (box.Height / 2) + (style.Size * 0.36)), words, style);
            }
        }
    }

    private static void DrawField(ICanvas canvas, Box box, ReadOnlySpan<double> values, int across, ColorMap colours)
    {
        double[] field = SmoothField.Compute(values, across, FieldSize);
        ColorRamp ramp = colours.Ramp;
        byte[] levels = new byte[field.Length];
        for (int y = 0; y < FieldSize; y++)
        {
            for (int x = 0; x < FieldSize; x++)
            {
                // Values grow upwards, pixels downwards.
                levels[(y * FieldSize) + x] = ramp.LevelOf(field[((FieldSize - 1 - y) * FieldSize) + x]);
            }
        }

        canvas.Field(box, levels, FieldSize, ramp);
    }

    private static Box Between(Plot plot, double x1, double x2, double y1, double y2)
    {
        double left = Math.Min(plot.X(x1), plot.X(x2));
        double top = Math.Min(plot.Y(y1), plot.Y(y2));
        return new Box(left, top, Math.Abs(plot.X(x2) - plot.X(x1)), Math.Abs(plot.Y(y2) - plot.Y(y1)));
    }

    /// <summary>Gets black or white, whichever stands out more from a colour.</summary>
    private static Rgb Ink(Rgb ground)
    {
        // Relative luminance as WCAG 2.2 defines it; from 0.19 on black has more contrast than white.
        double luminance = (0.2126 * Linear(ground.R)) + (0.7152 * Linear(ground.G)) + (0.0722 * Linear(ground.B));
        return luminance > 0.19 ? Rgb.FromHex(0x101418) : Rgb.FromHex(0xFFFFFF);
    }

    private static double Linear(byte part) => part <= 10 ? part / 255.0 / 12.92 : Math.Pow(((part / 255.0) + 0.055) / 1.055, 2.4);
}
