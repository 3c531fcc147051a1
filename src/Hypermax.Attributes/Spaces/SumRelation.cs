using System.Globalization;

namespace Hypermax;

/// <summary>The members add up to a fixed total.</summary>
/// <param name="Members">The indices of the parameters; at least two continuous numeric parameters.</param>
/// <param name="Total">What they add up to.</param>
public sealed record SumRelation(IReadOnlyList<int> Members, double Total) : Relation(Members)
{
    // The terms may be single-precision numbers, which are off by a ten-millionth each; a millionth is below any use.
    private const double Tolerance = 1e-6;

    /// <inheritdoc/>
    public override Relation Shift(int offset) => this with { Members = ShiftMembers(offset) };

    /// <inheritdoc/>
    public override bool Holds(double[] vector)
    {
        double sum = 0;
        double size = Math.Max(1, Math.Abs(Total));
        foreach (int member in Members)
        {
            sum += vector[member];
            size = Math.Max(size, Math.Abs(vector[member]));
        }

        return double.IsNaN(sum) || Math.Abs(sum - Total) <= Tolerance * size;
    }

    /// <inheritdoc/>
    public override string Describe(SearchSpace space) =>
        $"{string.Join(", ", Names(space))} must add up to {Total.ToString("R", CultureInfo.InvariantCulture)}.";
}
