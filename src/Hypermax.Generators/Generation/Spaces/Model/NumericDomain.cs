namespace Hypermax.Generators.Generation.Spaces.Model;

/// <summary>Numbers of a law between bounds, on a grid where there is a step.</summary>
/// <param name="Law">The name of the law.</param>
/// <param name="Low">The smallest value.</param>
/// <param name="High">The largest value.</param>
/// <param name="Step">The distance between neighbours, or null; 1 for whole numbers.</param>
/// <param name="IsInteger">Whether values are whole.</param>
/// <param name="Mean">The mean of a normal law, else NaN.</param>
/// <param name="Deviation">The deviation of a normal law, else NaN.</param>
internal sealed record NumericDomain(string Law, double Low, double High, double? Step, bool IsInteger, double Mean, double Deviation) : DomainModel
{
    public bool IsNormal => Law is "Normal" or "LogNormal";

    /// <summary>Gets the numbers as the run time checks them.</summary>
    public LawNumbers Numbers => new(Law.StartsWith("Log", StringComparison.Ordinal), IsNormal, Low, High, Step, IsInteger, Mean, Deviation);

    /// <summary>Gets the grid that values lie on.</summary>
    public NumericGrid Grid => new(Low, High, Step);

    /// <summary>Gets the middle of the range on its scale, on the grid: as <c>NumericParameter.Middle</c>.</summary>
    public override double Middle => Grid.Snap(Numbers.Middle);

    public override bool Contains(double value) => Grid.Contains(value);
}
