namespace Hypermax.Charts.Drawing;

/// <summary>Finds the colour of a number of a colour column.</summary>
internal sealed class ColorMap
{
    private readonly ColorScale? _scale;
    private readonly ChartTheme _theme;
    private ColorRamp? _ramp;

    public ColorMap(ColorScale? scale, ChartTheme theme)
    {
        _scale = scale;
        _theme = theme;
    }

    /// <summary>Gets the scale as a row of colours.</summary>
    /// <exception cref="InvalidOperationException">The scale has no stops.</exception>
    public ColorRamp Ramp => _ramp ??= new ColorRamp(
        _scale is { Stops.Count: > 0 } ? _scale : throw new InvalidOperationException("A smooth field needs a colour scale with stops; give the chart one."));

    /// <summary>Gets the colour of a value; of muted marks where it has none.</summary>
    public Rgb Of(double value)
    {
        if (_scale is null || double.IsNaN(value))
        {
            return _theme.Roles[ColorRole.Muted];
        }

        if (_scale.Stops.Count == 0)
        {
            int index = (int)value;
            return _theme.Roles[index >= 0 && index < _scale.Roles.Count ? _scale.Roles[index].Role : ColorRole.Muted];
        }

        return Between(_scale.Stops, value);
    }

    private Rgb Between(IReadOnlyList<ColorStop> stops, double value)
    {
        if (!(value > stops[0].Value))
        {
            return stops[0].Color;
        }

        int i = 1;
        while (i < stops.Count && stops[i].Value < value)
        {
            i++;
        }

        if (i == stops.Count)
        {
            return stops[^1].Color;
        }

        double low = Forward(stops[i - 1].Value);
        double high = Forward(stops[i].Value);
        double share = ((Forward(value) / 2) - (low / 2)) / ((high / 2) - (low / 2));
        return Rgb.Mix(stops[i - 1].Color, stops[i].Color, double.IsNaN(share) ? 1 : share);
    }

    private double Forward(double value) => _scale!.IsLog ? Math.Log(Math.Max(value, double.Epsilon)) : value;
}
