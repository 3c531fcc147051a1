namespace Hypermax;

/// <summary>A relation that holds between parameters of every point.</summary>
/// <param name="Members">The indices of the parameters it holds between, in the order that the relation defines.</param>
public abstract record Relation(IReadOnlyList<int> Members)
{
    /// <summary>Gets the same relation for parameters that stand <paramref name="offset"/> places later.</summary>
    /// <param name="offset">How far the parameters moved.</param>
    public abstract Relation Shift(int offset);
}
