namespace Hypermax;

/// <summary>The value that a trial had for a constraint.</summary>
/// <param name="Constraint">The constraint. In an outcome that is told it may be without bounds, if the study declares one of that name.</param>
/// <param name="Value">The value; a finite number.</param>
public sealed record ConstraintValue(OutcomeConstraint Constraint, double Value)
{
    /// <summary>Gets the name of the constraint.</summary>
    public string Name => Constraint.Name;

    /// <summary>Gets by how much the constraint is broken, in units of the value: above 0 where it is, 0 at the bound, below 0 with room to spare.</summary>
    public double Violation => Constraint.ViolationOf(Value);

    /// <summary>Gets whether the constraint is kept.</summary>
    public bool IsKept => Violation <= 0;
}
