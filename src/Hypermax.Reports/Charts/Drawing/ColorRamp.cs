namespace Hypermax.Charts.Drawing;

/// <summary>A colour scale as a row of colours, each a step that no eye sees from the next: smooth fields are pictures of levels on it.</summary>
/// <remarks>Levels are equally far apart in colour, not in value, so that a scale whose ends are far from its middle shows all its colours.</remarks>
internal sealed class ColorRamp
{
    /// <summary>Leaves a quarter of a palette of 256 to text and axes.</summary>
    private const int MostLevels = 192;

    private readonly IReadOnlyList<ColorStop> _stops;
    private readonly int[] _starts;
    private readonly double[] _places;
    private readonly bool _isLog;

    public ColorRamp(ColorScale scale)
    {
        _stops = scale.Stops;
        _isLog = scale.IsLog;
        _places = [.. _stops.Select(stop => Forward(stop.Value) / 2)];
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

        // Halves keep the difference of places finite.
        double place = Forward(value) / 2;
        ReadOnlySpan<double> places = _places;
        int i = 1;
        while (i < places.Length && places[i] < place)
        {
            i++;
        }

        if (i >= places.Length)
        {
            return (byte)_starts[^1];
        }

        double share = (place - places[i - 1]) / (places[i] - places[i - 1]);
        return (byte)(_starts[i - 1] + ((_starts[i] - _starts[i - 1]) * (double.IsNaN(share) ? 1 : Math.Clamp(share, 0, 1))) + 0.5);
    }

    private double Forward(double value) => _isLog ? Math.Log(Math.Max(value, double.Epsilon)) : value;
}
