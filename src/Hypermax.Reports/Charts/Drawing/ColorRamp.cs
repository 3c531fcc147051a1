namespace Hypermax.Charts.Drawing;

/// <summary>A colour scale as a row of colours, each a step that no eye sees from the next: smooth fields are pictures of levels on it.</summary>
/// <remarks>Levels are equally far apart in colour, not in value, so that a scale whose ends are far from its middle shows all its colours.</remarks>
internal sealed class ColorRamp
{
    /// <summary>Leaves a quarter of a palette of 256 to text and axes.</summary>
    private const int MostLevels = 192;

    private readonly IReadOnlyList<ColorStop> _stops;
    private readonly int[] _starts;
    private readonly bool _isLog;

    public ColorRamp(ColorScale scale)
    {
        _stops = scale.Stops;
        _isLog = scale.IsLog;
        int changing = Enumerable.Range(1, Math.Max(0, _stops.Count - 1)).Count(i => _stops[i].Color != _stops[i - 1].Color);
        int steps = (MostLevels - 1) / Math.Max(1, changing);
        _starts = new int[_stops.Count];
        List<Rgb> colours = [_stops[0].Color];
        for (int i = 1; i < _stops.Count; i++)
        {
            int count = _stops[i].Color != _stops[i - 1].Color ? steps : 0;
            _starts[i] = _starts[i - 1] + count;
            for (int step = 1; step <= count; step++)
            {
                colours.Add(Rgb.Mix(_stops[i - 1].Color, _stops[i].Color, (double)step / count));
            }
        }

        Colours = [.. colours];
    }

    /// <summary>Gets the colours, at most 192.</summary>
    public Rgb[] Colours { get; }

    /// <summary>Gets the level of a value: an index into <see cref="Colours"/>.</summary>
    public byte LevelOf(double value)
    {
        if (!(value > _stops[0].Value))
        {
            return 0;
        }

        int i = 1;
        while (i < _stops.Count && _stops[i].Value < value)
        {
            i++;
        }

        if (i == _stops.Count)
        {
            return (byte)_starts[^1];
        }

        (double low, double high) = (Forward(_stops[i - 1].Value), Forward(_stops[i].Value));
        double share = ((Forward(value) / 2) - (low / 2)) / ((high / 2) - (low / 2));
        return (byte)Math.Round(_starts[i - 1] + ((_starts[i] - _starts[i - 1]) * (double.IsNaN(share) ? 1 : Math.Clamp(share, 0, 1))));
    }

    private double Forward(double value) => _isLog ? Math.Log(Math.Max(value, double.Epsilon)) : value;
}
