namespace Hypermax;

/// <summary>What a figure of a trial must keep for the trial to be usable, such as a latency of at most 20.</summary>
/// <param name="Name">What the figure is called; not empty.</param>
/// <param name="AtMost">The largest value allowed; infinity for no such bound.</param>
/// <param name="AtLeast">The smallest value allowed; minus infinity for no such bound.</param>
public sealed record OutcomeConstraint(string Name, double AtMost = double.PositiveInfinity, double AtLeast = double.NegativeInfinity)
{
    /// <summary>Gets whether there is a bound at all.</summary>
    internal bool IsBounded => HasMost || HasLeast;

    private bool HasMost => !double.IsInfinity(AtMost) && !double.IsNaN(AtMost);

    private bool HasLeast => !double.IsInfinity(AtLeast) && !double.IsNaN(AtLeast);

    /// <summary>Tells by how much a value breaks the constraint, in units of the value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Above 0 where it is broken; 0 at the bound, below 0 with room to spare.</returns>
    public double ViolationOf(double value) => Math.Max(value - AtMost, AtLeast - value);

    /// <summary>Writes the constraint, such as <c>p99 &lt;= 20</c>.</summary>
    public override string ToString() => (HasLeast, HasMost) switch
    {
        (true, true) => FormattableString.Invariant($"{AtLeast} <= {Name} <= {AtMost}"),
        (true, false) => FormattableString.Invariant($"{Name} >= {AtLeast}"),
        (false, true) => FormattableString.Invariant($"{Name} <= {AtMost}"),
        _ => Name,
    };
}
