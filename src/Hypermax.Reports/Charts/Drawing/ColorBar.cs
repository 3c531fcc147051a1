using Hypermax.Charts.Drawing.Fonts;
using Hypermax.Charts.Scales;

namespace Hypermax.Charts.Drawing;

/// <summary>The bar that shows which colour means which value.</summary>
internal sealed class ColorBar
{
    private const double BarWidth = 12;

    private readonly Axis _axis;
    private readonly IReadOnlyList<Tick> _ticks;
    private readonly ColorMap _map;
    private readonly TextStyle _style;
    private readonly ChartTheme _theme;

    public ColorBar(ColorScale colors, ChartTheme theme)
    {
        _theme = theme;
        _map = new ColorMap(colors, theme);
        _style = new TextStyle(11, theme.FaintInk);
        double max = colors.Max > colors.Min ? colors.Max : colors.Min + 1;
        _axis = new Axis { Title = colors.Title, Min = colors.Min, Max = max, Scale = colors.IsLog ? ScaleKind.Log : ScaleKind.Linear };
        _ticks = Ticks.Of(_axis, 6);
        double widest = _ticks.Count == 0 ? 0 : _ticks.Max(tick => ChartFonts.Width(tick.Label, _style));
        Width = BarWidth + 6 + Math.Max(24, widest);
    }

    public double Width { get; }

    public void Draw(ICanvas canvas, Box box, double right)
    {
        const int Steps = 64;
        AxisScale scale = new(_axis);
        ColorRamp ramp = _map.Ramp;
        byte[] levels = new byte[Steps];
        for (int i = 0; i < Steps; i++)
        {
            levels[i] = ramp.LevelOf(scale.FromUnit(1 - ((i + 0.5) / Steps)));
        }

        canvas.Field(box with { Width = BarWidth }, levels, 1, ramp);
        foreach (Tick tick in _ticks.Where(tick => tick.Label.Length > 0))
        {
            double y = box.Bottom - (scale.ToUnit(tick.Value) * box.Height);
            canvas.Line([new Place(box.X + BarWidth, y), new Place(box.X + BarWidth + 3, y)], new Paint(_theme.AxisLine), 1);
            canvas.Text(new Place(box.X + BarWidth + 6, y + 4), tick.Label, _style);
        }

        TextStyle title = _style with { Anchor = Anchor.End };
        canvas.Text(new Place(right, box.Y - 8), LabelText.Fit(_axis.Title, 160, title), title);
    }
}
