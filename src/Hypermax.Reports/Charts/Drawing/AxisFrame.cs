using Hypermax.Charts.Drawing.Fonts;
using Hypermax.Charts.Scales;

namespace Hypermax.Charts.Drawing;

/// <summary>Finds room for two axes with their labels, and draws them with their grid.</summary>
internal sealed class AxisFrame
{
    private const double TickLength = 4;
    private const double LongestLabel = 150;

    private readonly Axis _x;
    private readonly Axis _y;
    private readonly ChartTheme _theme;
    private readonly IReadOnlyList<Tick> _xTicks;
    private readonly IReadOnlyList<Tick> _yTicks;
    private readonly TextStyle _label;
    private readonly bool _isTurned;

    public AxisFrame(Box room, Axis x, Axis y, ChartTheme theme)
    {
        (_x, _y, _theme) = (x, y, theme);
        _label = new TextStyle(11, theme.FaintInk);
        _yTicks = Fit(Ticks.Of(y, (int)Math.Max(3, room.Height / 48)));
        double yWidth = Widest(_yTicks);
        double left = room.X + (y.Title.Length > 0 ? 18 : 0) + yWidth + TickLength + 4;
        double width = Math.Max(40, room.Right - left - 6);
        _xTicks = Fit(Ticks.Of(x, (int)Math.Max(3, width / 75)));
        _isTurned = x.Categories is not null && Widest(_xTicks) + 8 > width / Math.Max(1, x.Categories.Count);
        double below = _isTurned ? Math.Min(90, (Widest(_xTicks) * 0.58) + 14) : 16;
        Plot = new Box(left, room.Y, width, Math.Max(30, room.Height - below - TickLength - (x.Title.Length > 0 ? 18 : 2)));
    }

    /// <summary>Gets the room that is left for the layers.</summary>
    public Box Plot { get; }

    public void DrawGrid(ICanvas canvas, Plot plot, bool isCovered)
    {
        if (isCovered)
        {
            return;
        }

        Paint grid = new(_theme.GridLine);
        foreach (Tick tick in _yTicks.Where(tick => tick.Label.Length > 0))
        {
            double y = plot.Y(tick.Value);
            canvas.Line([new Place(Plot.X, y), new Place(Plot.Right, y)], grid, 1);
        }

        foreach (Tick tick in _xTicks.Where(tick => tick.Label.Length > 0 && _x.Categories is null))
        {
            double x = plot.X(tick.Value);
            canvas.Line([new Place(x, Plot.Y), new Place(x, Plot.Bottom)], grid, 1);
        }
    }

    public void DrawAxes(ICanvas canvas, Plot plot)
    {
        Paint line = new(_theme.AxisLine);
        canvas.Line([new Place(Plot.X, Plot.Y), new Place(Plot.X, Plot.Bottom), new Place(Plot.Right, Plot.Bottom)], line, 1);
        DrawYTicks(canvas, plot, line);
        double labelsBottom = DrawXTicks(canvas, plot, line);
        DrawTitles(canvas, labelsBottom);
    }

    private void DrawTitles(ICanvas canvas, double labelsBottom)
    {
        TextStyle title = new(12, _theme.Ink, Anchor.Middle);
        if (_x.Title.Length > 0)
        {
            canvas.Text(new Place(Plot.X + (Plot.Width / 2), labelsBottom + 16), LabelText.Fit(_x.Title, Plot.Width, title), title);
        }

        if (_y.Title.Length > 0)
        {
            TextStyle turned = title with { Turn = 90 };
            double titleX = Plot.X - Widest(_yTicks) - TickLength - 12;
            canvas.Text(new Place(titleX, Plot.Y + (Plot.Height / 2)), LabelText.Fit(_y.Title, Plot.Height, turned), turned);
        }
    }

    private void DrawYTicks(ICanvas canvas, Plot plot, Paint line)
    {
        TextStyle style = _label with { Anchor = Anchor.End };
        double lastY = double.PositiveInfinity;
        foreach (Tick tick in _yTicks)
        {
            double y = plot.Y(tick.Value);
            double length = tick.Label.Length > 0 ? TickLength : TickLength / 2;
            canvas.Line([new Place(Plot.X - length, y), new Place(Plot.X, y)], line, 1);
            if (tick.Label.Length > 0 && Math.Abs(lastY - y) >= 12)
            {
                canvas.Text(new Place(Plot.X - TickLength - 3, y + 4), tick.Label, style);
                lastY = y;
            }
        }
    }

    private double DrawXTicks(ICanvas canvas, Plot plot, Paint line)
    {
        TextStyle style = _isTurned ? _label with { Anchor = Anchor.End, Turn = 35 } : _label with { Anchor = Anchor.Middle };
        double lastRight = double.NegativeInfinity;
        foreach (Tick tick in _xTicks)
        {
            double x = plot.X(tick.Value);
            double length = tick.Label.Length > 0 ? TickLength : TickLength / 2;
            canvas.Line([new Place(x, Plot.Bottom), new Place(x, Plot.Bottom + length)], line, 1);
            double half = _isTurned ? 6 : ChartFonts.Width(tick.Label, _label) / 2;
            if (tick.Label.Length > 0 && x - half >= lastRight + (_isTurned ? 0 : 6))
            {
                canvas.Text(_isTurned ? new Place(x + 4, Plot.Bottom + TickLength + 8) : new Place(x, Plot.Bottom + TickLength + 11), tick.Label, style);
                lastRight = x + half;
            }
        }

        return Plot.Bottom + TickLength + (_isTurned ? Math.Min(90, (Widest(_xTicks) * 0.58) + 10) : 12);
    }

    private List<Tick> Fit(IReadOnlyList<Tick> ticks) =>
        [.. ticks.Select(tick => tick with { Label = tick.Label.Length == 0 ? string.Empty : LabelText.Fit(tick.Label, LongestLabel, _label) })];

    private double Widest(IReadOnlyList<Tick> ticks) => ticks.Count == 0 ? 0 : ticks.Max(tick => ChartFonts.Width(tick.Label, _label));
}
