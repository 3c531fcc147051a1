namespace Hypermax.Spaces.Relations;

/// <summary>The values of a parameter next to a limit.</summary>
internal static class Neighbours
{
    /// <summary>The largest value below a limit, or at it if that is allowed; may lie below the parameter's bounds.</summary>
    public static double AtMost(NumericParameter parameter, double limit, bool orEqual)
    {
        if (parameter.Step is not double step)
        {
            return orEqual ? limit : Math.BitDecrement(limit);
        }

        double value = parameter.Snap(limit);
        return value > limit || (value == limit && !orEqual) ? value - step : value;
    }

    /// <summary>The smallest value above a limit, or at it if that is allowed; may lie above the parameter's bounds.</summary>
    public static double AtLeast(NumericParameter parameter, double limit, bool orEqual)
    {
        if (limit < parameter.Low)
        {
            return parameter.Low;
        }

        if (parameter.Step is not double step)
        {
            return orEqual ? limit : Math.BitIncrement(limit);
        }

        double value = parameter.Snap(limit);
        return value < limit || (value == limit && !orEqual) ? value + step : value;
    }
}
