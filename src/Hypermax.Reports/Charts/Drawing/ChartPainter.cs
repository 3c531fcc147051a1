using Hypermax.Charts.Drawing.Fonts;
using Hypermax.Charts.Scales;

namespace Hypermax.Charts.Drawing;

/// <summary>Draws a chart on a canvas: title, note, legend, colour bar, axes, layers.</summary>
internal sealed class ChartPainter
{
    private const double Margin = 12;

    private readonly Chart _chart;
    private readonly ICanvas _canvas;
    private readonly ChartTheme _theme;

    private readonly bool _hasTitle;

    private ChartPainter(Chart chart, ICanvas canvas, ChartTheme theme, bool hasTitle)
    {
        _hasTitle = hasTitle;
        _chart = chart;
        _canvas = canvas;
        _theme = theme;
    }

    /// <summary>Draws a chart.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="canvas">Where to draw.</param>
    /// <param name="theme">The shades.</param>
    /// <param name="hasTitle">Whether title and note are drawn; a page that writes them above the picture wants them once.</param>
    public static void Draw(Chart chart, ICanvas canvas, ChartTheme theme, bool hasTitle = true) => new ChartPainter(chart, canvas, theme, hasTitle).Draw();

    private void Draw()
    {
        ChartSpec spec = _chart.Spec;
        _canvas.Fill(new Box(0, 0, spec.Width, spec.Height), new Paint(_theme.Paper));
        double top = DrawHead(spec);
        double right = spec.Width - Margin;
        if (spec.Colors is { Stops.Count: > 1 } colors)
        {
            ColorBar bar = new(colors, _theme);
            right -= bar.Width + 14;
            double barTop = top + 14;
            double bottom = spec.Height - (spec.X is null ? 44 : 52);
            bar.Draw(_canvas, new Box(right + 14, barTop, bar.Width, Math.Max(40, bottom - barTop)), spec.Width - Margin);
        }

        Box room = new(Margin, top + 6, right - Margin, spec.Height - top - 6 - Margin);
        if (spec.Layers.OfType<ParallelLayer>().FirstOrDefault() is ParallelLayer parallel)
        {
            ParallelPainter.Draw(_canvas, _theme, room, parallel, _chart.TableOf(parallel), new ColorMap(spec.Colors, _theme));
            return;
        }

        DrawPlot(room, spec);
    }

    private void DrawPlot(Box room, ChartSpec spec)
    {
        AxisFrame frame = new(room, spec.X!, spec.Y!, _theme);
        Plot plot = new(frame.Plot, spec.X!, spec.Y!);
        bool hasCells = spec.Layers.Any(layer => layer is CellsLayer);
        frame.DrawGrid(_canvas, plot, hasCells);
        LayerPainter painter = new(_canvas, _theme, plot, new ColorMap(spec.Colors, _theme));
        foreach (Layer layer in spec.Layers)
        {
            painter.Draw(layer, _chart.TableOf(layer));
        }

        frame.DrawAxes(_canvas, plot);
    }

    /// <summary>Draws title, note and legend.</summary>
    /// <returns>Where the head ends.</returns>
    private double DrawHead(ChartSpec spec)
    {
        double y = _hasTitle ? 24 : 2;
        if (_hasTitle)
        {
            TextStyle title = new(15, _theme.Ink, IsBold: true);
            _canvas.Text(new Place(Margin, y), LabelText.Fit(spec.Title, spec.Width - (2 * Margin), title), title);
        }

        if (_hasTitle && spec.Note is not null)
        {
            TextStyle note = new(11, _theme.FaintInk);
            y += 16;
            _canvas.Text(new Place(Margin, y), LabelText.Fit(spec.Note, spec.Width - (2 * Margin), note), note);
        }

        List<(string Label, Rgb Colour, Layer? Layer)> entries =
        [
            .. spec.Layers.Where(layer => layer.Label is not null).Select(layer => (layer.Label!, _theme.Roles[layer.Role], (Layer?)layer)),
        ];
        entries.AddRange(UsedRoles(spec).Select(role => (role.Label, _theme.Roles[role.Role], (Layer?)null)));
        return entries.Count == 0 ? y + 6 : DrawLegend(entries, y + 18, spec.Width);
    }

    /// <summary>Gets the roles of the colour legend that some mark has.</summary>
    private IEnumerable<ColorLabel> UsedRoles(ChartSpec spec)
    {
        HashSet<double> used = [];
        foreach (Layer layer in spec.Colors is { Roles.Count: > 0 } ? spec.Layers : [])
        {
            string? color = layer switch { PointsLayer points => points.Color, LineLayer line => line.Color, SpansLayer spans => spans.Color, _ => null };
            used.UnionWith(color is null ? [] : _chart.TableOf(layer)[color].Values.ToArray());
        }

        return (spec.Colors?.Roles ?? []).Where((_, index) => used.Contains(index));
    }

    private double DrawLegend(List<(string Label, Rgb Colour, Layer? Layer)> entries, double y, double width)
    {
        TextStyle style = new(11, _theme.FaintInk);
        double x = Margin;
        foreach ((string label, Rgb colour, Layer? layer) in entries)
        {
            string text = LabelText.Fit(label, 220, style);
            double needed = 20 + ChartFonts.Width(text, style) + 16;
            if (x > Margin && x + needed - 16 > width - Margin)
            {
                x = Margin;
                y += 16;
            }

            DrawKey(layer, colour, x, y - 4);
            _canvas.Text(new Place(x + 20, y), text, style);
            x += needed;
        }

        return y + 6;
    }

    private void DrawKey(Layer? layer, Rgb colour, double x, double y)
    {
        Paint paint = new(colour, layer is null ? 1 : Math.Max(0.5, layer.Opacity));
        switch (layer)
        {
            case PointsLayer { IsCross: true }:
                _canvas.Crosses([new Place(x + 7, y)], paint, 3.5);
                break;
            case PointsLayer:
                _canvas.Dots([new Place(x + 7, y)], paint, 3.5);
                break;
            case LineLayer line:
                _canvas.Line([new Place(x, y), new Place(x + 14, y)], paint, line.Width, line.IsDashed ? 4 : 0);
                break;
            case RuleLayer:
                _canvas.Line([new Place(x, y), new Place(x + 14, y)], paint, 1.5, 4);
                break;
            default:
                _canvas.Fill(new Box(x + 2, y - 5, 10, 10), paint);
                break;
        }
    }
}
