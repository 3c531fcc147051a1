namespace Hypermax;

/// <summary>The grid of a numeric parameter with a step: low + k·step, or k·step where there is no finite lower bound.</summary>
internal static class NumericGrid
{
    private const double Tolerance = 1e-9;

    /// <summary>The highest k with low + k·step ≤ high, allowing for rounding errors of the division.</summary>
    public static double LastIndex(NumericParameter parameter)
    {
        double step = parameter.Step!.Value;
        double k = (parameter.High - Origin(parameter)) / step;
        return double.IsInfinity(k) ? k : Math.Floor(k + (Tolerance * Math.Max(1, Math.Abs(k))));
    }

    /// <summary>The lowest k: 0 where the lower bound is finite.</summary>
    public static double FirstIndex(NumericParameter parameter) =>
        double.IsInfinity(parameter.Low) ? double.NegativeInfinity : 0;

    public static double Value(NumericParameter parameter, double index)
    {
        double origin = Origin(parameter);
        double step = parameter.Step!.Value;

        // Decimal arithmetic keeps 0.1 + 2·0.1 at 0.3; outside its range doubles must do.
        bool isDecimal = Math.Abs(origin) < 1e12 && Math.Abs(step * index) < 1e12 && step is > 1e-12 and < 1e12;
        double value = isDecimal ? (double)((decimal)origin + ((decimal)step * (decimal)index)) : origin + (step * index);

        // Steps such as 1/6 and bounds such as 1e-40 have no decimal form; their rounding must not pass a bound.
        return Math.Min(Math.Max(value, Math.Max(parameter.Low, double.MinValue)), Math.Min(parameter.High, double.MaxValue));
    }

    public static double Index(NumericParameter parameter, double value)
    {
        double index = Math.Round((value - Origin(parameter)) / parameter.Step!.Value);
        return Math.Min(Math.Max(index, FirstIndex(parameter)), LastIndex(parameter));
    }

    public static double Snap(NumericParameter parameter, double value)
    {
        double inside = Math.Min(Math.Max(value, parameter.Low), parameter.High);
        if (parameter.Step is null)
        {
            return inside;
        }

        // The tail of a log-normal law may be more steps away than a double can count: there every double is on the grid.
        double index = Index(parameter, inside);
        return double.IsInfinity(index) ? inside : Value(parameter, index);
    }

    public static bool IsOnGrid(NumericParameter parameter, double value) =>
        Math.Abs(Snap(parameter, value) - value) <= Tolerance * Math.Max(1, Math.Abs(value));

    private static double Origin(NumericParameter parameter) => double.IsInfinity(parameter.Low) ? 0 : parameter.Low;
}
