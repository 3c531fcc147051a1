namespace Hypermax;

/// <summary>Each member is below the next one.</summary>
/// <param name="Members">The indices of the parameters, smallest first; at least two numeric parameters.</param>
/// <param name="OrEqual">Whether neighbours may be equal.</param>
public sealed record LessThanRelation(IReadOnlyList<int> Members, bool OrEqual = false) : Relation(Members)
{
    /// <inheritdoc/>
    public override Relation Shift(int offset) => this with { Members = ShiftMembers(offset) };

    /// <inheritdoc/>
    public override bool Holds(double[] vector)
    {
        for (int i = 1; i < Members.Count; i++)
        {
            double left = vector[Members[i - 1]];
            double right = vector[Members[i]];
            if (OrEqual ? left > right : left >= right)
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override string Describe(SearchSpace space) => string.Join(OrEqual ? " must not exceed " : " must be less than ", Names(space)) + ".";
}
