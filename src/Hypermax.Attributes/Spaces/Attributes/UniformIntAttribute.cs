namespace Hypermax;

/// <summary>Draws a whole number between two bounds, both included, all equally likely (Hyperopt's <c>uniformint</c>).</summary>
/// <param name="low">The smallest value, included.</param>
/// <param name="high">The largest value, included; above <paramref name="low"/>.</param>
public sealed class UniformIntAttribute(long low, long high) : ParameterAttribute
{
    /// <summary>Gets the smallest value, included.</summary>
    public long Low { get; } = low;

    /// <summary>Gets the largest value, included.</summary>
    public long High { get; } = high;

    /// <summary>Gets or sets the distance between two neighbouring values: low, low + step, … up to high.</summary>
    /// <value>At least 1, the default.</value>
    public long Step { get; set; } = 1;

    /// <summary>Gets or sets the value to begin with and to use while nothing has been tuned.</summary>
    /// <value>Within the bounds. By default NaN: the middle of the range, rounded down.</value>
    public double Default { get; set; } = double.NaN;
}
