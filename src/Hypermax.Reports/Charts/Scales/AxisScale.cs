namespace Hypermax.Charts.Scales;

/// <summary>Turns values of an axis into places from 0 to 1 and back.</summary>
/// <remarks>Immutable; works for any finite ends, however far apart.</remarks>
internal readonly struct AxisScale
{
    private readonly double _low;
    private readonly double _high;
    private readonly bool _isLog;
    private readonly bool _isReversed;

    /// <summary>Prepares the scale of an axis.</summary>
    /// <param name="axis">The axis.</param>
    public AxisScale(Axis axis)
    {
        _isLog = axis.Scale == ScaleKind.Log;
        _isReversed = axis.IsReversed;
        _low = Forward(axis.Min);
        _high = Forward(axis.Max);
    }

    /// <summary>Gets the place of a value: 0 at the start of the axis, 1 at its end, values beyond kept at the ends; NaN for NaN.</summary>
    /// <param name="value">The value.</param>
    public double ToUnit(double value)
    {
        // Halves keep the difference of the ends finite.
        double place = ((Forward(value) / 2) - (_low / 2)) / ((_high / 2) - (_low / 2));
        place = double.IsNaN(place) ? double.NaN : Math.Clamp(place, 0, 1);
        return _isReversed ? 1 - place : place;
    }

    /// <summary>Gets the value at a place.</summary>
    /// <param name="unit">From 0 to 1.</param>
    public double FromUnit(double unit)
    {
        double share = _isReversed ? 1 - unit : unit;
        double value = (_low * (1 - share)) + (_high * share);
        return _isLog ? Math.Pow(10, value) : value;
    }

    private double Forward(double value) => !_isLog ? value : value > 0 ? Math.Log10(value) : double.IsNaN(value) ? double.NaN : -400;
}
