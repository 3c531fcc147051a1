namespace Hypermax.Generators.Generation.Spaces.Model;

/// <summary>A number of vector entries: a constant, and the counts of type parameters that are only known at run time.</summary>
/// <param name="Fixed">The constant part.</param>
/// <param name="Open">The rest as code, or null.</param>
internal readonly record struct Extent(int Fixed, string? Open = null)
{
    public static Extent Zero => default;

    public static Extent One => new(1);

    public static Extent operator +(Extent left, Extent right) =>
        new(left.Fixed + right.Fixed, left.Open is null ? right.Open : right.Open is null ? left.Open : left.Open + " + " + right.Open);

    public static Extent operator *(Extent extent, int times) =>
        new(extent.Fixed * times, extent.Open is null ? null : times == 1 ? extent.Open : $"({Literal(times)} * ({extent.Open}))");

    public static Extent Sum(IEnumerable<Extent> extents) => extents.Aggregate(Zero, (sum, extent) => sum + extent);

    /// <summary>Gets the extent as code.</summary>
    public override string ToString() =>
        Open is null ? Literal(Fixed) : Fixed == 0 ? Open : Literal(Fixed) + " + " + Open;

    /// <summary>Gets the place that lies this far behind another one, as code.</summary>
    public string After(string start) => this == Zero ? start : start + " + " + this;

    private static string Literal(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
