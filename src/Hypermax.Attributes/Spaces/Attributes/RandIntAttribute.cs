namespace Hypermax;

/// <summary>Draws one of the whole numbers 0, 1, … count − 1, all equally likely (Hyperopt's <c>randint</c>).</summary>
/// <param name="count">How many numbers there are; at least 1. The count itself is never drawn.</param>
public sealed class RandIntAttribute(long count) : ParameterAttribute
{
    /// <summary>Gets how many numbers there are.</summary>
    public long Count { get; } = count;

    /// <summary>Gets or sets the value to begin with and to use while nothing has been tuned.</summary>
    /// <value>Within the bounds. By default NaN: the middle, rounded down.</value>
    public double Default { get; set; } = double.NaN;
}
