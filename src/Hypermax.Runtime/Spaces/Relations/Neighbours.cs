namespace Hypermax.Spaces.Relations;

/// <summary>The values of a parameter next to a limit.</summary>
/// <param name="isTight">Whether continuous neighbours may differ in their last bit only;
/// else they keep a millionth of the range, which is seen in single precision and in a table.</param>
internal sealed class Neighbours(bool isTight)
{
    private const double Gap = 1e-6;

    // Four times what single precision can tell apart, but no visible part of a narrow range far from zero.
    private const double SinglePrecision = 2.5e-7;
    private const double LargestGap = 1e-3;

    /// <summary>The largest value below a limit, or at it if that is allowed; may lie below the parameter's bounds.</summary>
    public double AtMost(NumericParameter parameter, double limit, bool orEqual)
    {
        if (parameter.Step is not double step)
        {
            return orEqual ? limit : Math.Min(Math.BitDecrement(limit), limit - GapAt(parameter, limit));
        }

        double value = parameter.Snap(limit);
        return value > limit || (!orEqual && IsSame(value, limit)) ? OnGrid(parameter, value - step) : value;
    }

    /// <summary>The smallest value above a limit, or at it if that is allowed; may lie above the parameter's bounds.</summary>
    public double AtLeast(NumericParameter parameter, double limit, bool orEqual)
    {
        if (limit < parameter.Low)
        {
            return parameter.Low;
        }

        if (parameter.Step is not double step)
        {
            return orEqual || double.IsInfinity(limit) ? limit : Math.Max(Math.BitIncrement(limit), limit + GapAt(parameter, limit));
        }

        double value = parameter.Snap(limit);
        return value < limit || (!orEqual && IsSame(value, limit)) ? OnGrid(parameter, value + step) : value;
    }

    // Grids of different steps meet at numbers that differ in their last bits.
    private static bool IsSame(double value, double limit) => Math.Abs(value - limit) <= 1e-9 * Math.Max(1, Math.Abs(limit));

    // The number that the grid has there, to the last bit; beyond the bounds there is none.
    private static double OnGrid(NumericParameter parameter, double value)
    {
        double snapped = parameter.Snap(value);
        return IsSame(snapped, value) ? snapped : value;
    }

    private double GapAt(NumericParameter parameter, double limit)
    {
        if (isTight)
        {
            return 0;
        }

        double scale = parameter.Law switch
        {
            Law.Uniform => parameter.High - parameter.Low,
            Law.Normal => parameter.Deviation,
            _ => limit > 0 ? limit : parameter.Middle,
        };
        return Math.Max(Gap * scale, Math.Min(SinglePrecision * Math.Abs(limit), LargestGap * scale));
    }
}
