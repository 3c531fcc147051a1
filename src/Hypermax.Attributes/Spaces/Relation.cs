namespace Hypermax;

/// <summary>A relation that holds between parameters of every point.</summary>
/// <param name="Members">The indices of the parameters it holds between, in the order that the relation defines.</param>
public abstract record Relation(IReadOnlyList<int> Members)
{
    /// <summary>Gets the same relation for parameters that stand <paramref name="offset"/> places later.</summary>
    /// <param name="offset">How far the parameters moved.</param>
    public abstract Relation Shift(int offset);

    /// <summary>Tells whether the relation holds at a point; it does where a member is inactive.</summary>
    /// <param name="vector">The point in vector form.</param>
    public abstract bool Holds(double[] vector);

    /// <summary>Tells whether the relation holds at a point; it does where a member is inactive.</summary>
    /// <param name="point">The point.</param>
    public bool Holds(Point point) => Holds(point.Vector);

    /// <summary>Says in one sentence what must hold.</summary>
    /// <param name="space">The space that the relation belongs to.</param>
    public abstract string Describe(SearchSpace space);

    /// <summary>Gets the indices of the members, moved.</summary>
    /// <param name="offset">How far the parameters moved.</param>
    protected IReadOnlyList<int> ShiftMembers(int offset) => [.. Members.Select(member => member + offset)];

    /// <summary>Gets the names of the members.</summary>
    /// <param name="space">The space that the relation belongs to.</param>
    protected IEnumerable<string> Names(SearchSpace space) => Members.Select(member => $"'{space.Parameters[member].Name}'");
}
