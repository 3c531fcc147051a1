using System.Runtime.InteropServices;
using Hypermax.Tables;

namespace Hypermax.Charts.Drawing;

/// <summary>Draws the layers of a chart with two axes.</summary>
internal sealed class LayerPainter
{
    private readonly ICanvas _canvas;
    private readonly ChartTheme _theme;
    private readonly Plot _plot;
    private readonly ColorMap _colours;

    public LayerPainter(ICanvas canvas, ChartTheme theme, Plot plot, ColorMap colours)
    {
        (_canvas, _theme, _plot, _colours) = (canvas, theme, plot, colours);
    }

    public void Draw(Layer layer, Table table)
    {
        Paint paint = new(_theme.Roles[layer.Role], layer.Opacity);
        switch (layer)
        {
            case PointsLayer points:
                DrawPoints(points, table, paint);
                break;
            case LineLayer line:
                DrawLines(line, table, paint);
                break;
            case BandLayer band:
                DrawBand(band, table, paint);
                break;
            case BarsLayer bars:
                BarsPainter.Draw(_canvas, _theme, _plot, bars, table, paint);
                break;
            case SpansLayer spans:
                DrawSpans(spans, table, paint);
                break;
            case CellsLayer cells:
                CellsPainter.Draw(_canvas, _plot, cells, table, _colours);
                break;
            case RuleLayer rule:
                DrawRule(rule, paint);
                break;
            default:
                throw new NotSupportedException($"Layer '{layer.Kind}' cannot be drawn; add it to {nameof(LayerPainter)}.");
        }
    }

    private void DrawPoints(PointsLayer layer, Table table, Paint paint)
    {
        Column x = table[layer.X];
        Column y = table[layer.Y];
        Column? color = layer.Color is null ? null : table[layer.Color];
        Column? size = layer.Size is null ? null : table[layer.Size];

        // One path for each look; looks in the order of their first row, so that later rows lie on top.
        Dictionary<ulong, int> known = [];
        List<(Rgb Colour, double Radius, List<Place> Places)> looks = [];
        for (int row = 0; row < table.RowCount; row++)
        {
            Place place = _plot.At(x[row], y[row]);
            if (double.IsNaN(place.X) || double.IsNaN(place.Y))
            {
                continue;
            }

            Rgb colour = color is null ? paint.Color : Coarse(_colours.Of(color[row]));
            double radius = size is null ? layer.Radius : Math.Round(size[row] * 4) / 4;
            ulong key = ((ulong)BitConverter.SingleToUInt32Bits((float)radius) << 32) | colour.R | ((uint)colour.G << 8) | ((uint)colour.B << 16);
            if (!known.TryGetValue(key, out int look))
            {
                known.Add(key, look = looks.Count);
                looks.Add((colour, radius, []));
            }

            looks[look].Places.Add(place);
        }

        foreach ((Rgb colour, double radius, List<Place> places) in looks)
        {
            Span<Place> span = CollectionsMarshal.AsSpan(places);
            if (layer.IsCross)
            {
                _canvas.Crosses(span, paint with { Color = colour }, radius);
            }
            else
            {
                _canvas.Dots(span, paint with { Color = colour }, radius);
            }
        }
    }

    private void DrawLines(LineLayer layer, Table table, Paint paint)
    {
        Column x = table[layer.X];
        Column y = table[layer.Y];
        Column? series = layer.Series is null ? null : table[layer.Series];
        Column? color = layer.Color is null ? null : table[layer.Color];
        List<Place> places = [];
        _canvas.BeginClip(new Box(_plot.Box.X, _plot.Box.Y - 2, _plot.Box.Width + 2, _plot.Box.Height + 4));
        int first = 0;
        for (int row = 0; row <= table.RowCount; row++)
        {
            bool ends = row == table.RowCount
                || double.IsNaN(x[row])
                || double.IsNaN(y[row])
                || (series is not null && row > 0 && !series[row].Equals(series[row - 1]));
            if (ends && places.Count > 0)
            {
                Paint stroke = color is null ? paint : paint with { Color = Coarse(_colours.Of(color[first])) };
                _canvas.Line(CollectionsMarshal.AsSpan(places), stroke, layer.Width, layer.IsDashed ? 5 : 0);
                places.Clear();
            }

            if (row < table.RowCount && !double.IsNaN(x[row]) && !double.IsNaN(y[row]))
            {
                first = places.Count == 0 ? row : first;
                AddPlace(places, _plot.At(x[row], y[row]), layer.IsStep);
            }
        }

        _canvas.EndClip();
    }

    private static void AddPlace(List<Place> places, Place place, bool isStep)
    {
        if (isStep && places.Count > 0)
        {
            if (places.Count > 1 && Math.Abs(places[^1].Y - place.Y) < 0.01 && Math.Abs(places[^2].Y - place.Y) < 0.01)
            {
                // A step that stays level only grows longer.
                places[^1] = places[^1] with { X = place.X };
                return;
            }

            places.Add(new Place(place.X, places[^1].Y));
        }

        places.Add(place);
    }

    private void DrawBand(BandLayer layer, Table table, Paint paint)
    {
        Column x = table[layer.X];
        Column low = table[layer.Low];
        Column high = table[layer.High];
        List<int> rows = [.. Enumerable.Range(0, table.RowCount).Where(row => !double.IsNaN(x[row] + low[row] + high[row]))];
        Place[] places = [.. rows.Select(row => _plot.At(x[row], high[row])), .. Enumerable.Reverse(rows).Select(row => _plot.At(x[row], low[row]))];
        if (places.Length > 0)
        {
            _canvas.Area(places, paint);
        }
    }

    private void DrawSpans(SpansLayer layer, Table table, Paint paint)
    {
        Column from = table[layer.From];
        Column to = table[layer.To];
        Column lane = table[layer.Lane];
        Column? color = layer.Color is null ? null : table[layer.Color];
        double height = Math.Abs(_plot.Y(0.36) - _plot.Y(-0.36));
        for (int row = 0; row < table.RowCount; row++)
        {
            double left = _plot.X(from[row]);
            double right = _plot.X(to[row]);
            double y = _plot.Y(lane[row]);
            if (double.IsNaN(left + right + y))
            {
                continue;
            }

            // A hair of paper between neighbours, where there is room for it.
            double width = Math.Max(0.75, right - left - (right - left > 3 ? 0.75 : 0));
            _canvas.Fill(new Box(left, y - (height / 2), width, height), color is null ? paint : paint with { Color = _colours.Of(color[row]) });
        }
    }

    private void DrawRule(RuleLayer layer, Paint paint)
    {
        if (layer.IsVertical)
        {
            double x = _plot.X(layer.Value);
            _canvas.Line([new Place(x, _plot.Box.Y), new Place(x, _plot.Box.Bottom)], paint, 1.5, 4);
        }
        else
        {
            double y = _plot.Y(layer.Value);
            _canvas.Line([new Place(_plot.Box.X, y), new Place(_plot.Box.Right, y)], paint, 1.5, 4);
        }
    }

    /// <summary>Rounds a colour so far that no eye sees it but thousands of marks share a few paths.</summary>
    private static Rgb Coarse(Rgb colour) => new((byte)(colour.R | 7), (byte)(colour.G | 7), (byte)(colour.B | 7));
}
