namespace Hypermax;

/// <summary>The grid of numbers with a step: low + k·step, or k·step where there is no finite lower bound.
/// The generator and the analyzers compile this file too.</summary>
/// <param name="Low">The smallest value; may be −∞.</param>
/// <param name="High">The largest value; may be +∞.</param>
/// <param name="Step">The distance between neighbours, or null where every number between the bounds will do.</param>
internal readonly record struct NumericGrid(double Low, double High, double? Step)
{
    private const double Tolerance = 1e-9;

    /// <summary>Gets the highest k with low + k·step ≤ high, allowing for rounding errors of the division.</summary>
    public double LastIndex
    {
        get
        {
            double k = (High - Origin) / Step!.Value;
            return double.IsInfinity(k) ? k : Math.Floor(k + (Tolerance * Math.Max(1, Math.Abs(k))));
        }
    }

    /// <summary>Gets the lowest k: 0 where the lower bound is finite.</summary>
    public double FirstIndex => double.IsInfinity(Low) ? double.NegativeInfinity : 0;

    private double Origin => double.IsInfinity(Low) ? 0 : Low;

    public double Value(double index)
    {
        double origin = Origin;
        double step = Step!.Value;

        // Decimal arithmetic keeps 0.1 + 2·0.1 at 0.3; outside its range doubles must do.
        bool isDecimal = Math.Abs(origin) < 1e12 && Math.Abs(step * index) < 1e12 && Math.Abs(index) < 1e12 && step is > 1e-12 and < 1e12;
        double value = isDecimal ? (double)((decimal)origin + ((decimal)step * (decimal)index)) : origin + (step * index);

        // Steps such as 1/6 and bounds such as 1e-40 have no decimal form; their rounding must not pass a bound.
        return Math.Min(Math.Max(value, Math.Max(Low, double.MinValue)), Math.Min(High, double.MaxValue));
    }

    public double Index(double value)
    {
        double index = Math.Round((value - Origin) / Step!.Value);
        return Math.Min(Math.Max(index, FirstIndex), LastIndex);
    }

    /// <summary>Gets the value of the grid nearest to a number, within the bounds.</summary>
    public double Snap(double value)
    {
        double inside = Math.Min(Math.Max(value, Low), High);
        if (Step is null)
        {
            return inside;
        }

        // The tail of a log-normal law may be more steps away than a double can count: there every double is on the grid.
        double index = Index(inside);
        return double.IsInfinity(index) ? inside : Value(index);
    }

    /// <summary>Tells whether a number lies between the bounds and on the grid, as far as rounding lets one tell.</summary>
    public bool Contains(double value) =>
        value >= Low && value <= High && (Step is null || Math.Abs(Snap(value) - value) <= Tolerance * Math.Max(1, Math.Abs(value)));
}
