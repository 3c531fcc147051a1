namespace Hypermax;

/// <summary>Says that a parameter exists only while an earlier one has a value within a range.</summary>
/// <remarks>An inactive parent has the value NaN, which is in no range, so whole chains of conditions fall away together.</remarks>
/// <param name="Parent">The index of the parameter that decides; below the index of the one that depends on it.</param>
/// <param name="Low">The smallest value of the parent, included: an index for a categorical parent, a number otherwise.</param>
/// <param name="High">The largest value of the parent, included; may be infinite.</param>
public readonly record struct Condition(int Parent, double Low, double High)
{
    /// <summary>Tells whether a value of the parent fulfils the condition.</summary>
    /// <param name="parentValue">The parent's value in vector form; NaN where the parent itself is inactive.</param>
    public bool IsMet(double parentValue) => parentValue >= Low && parentValue <= High;
}
