namespace Hypermax;

/// <summary>Draws evenly from a grid on a linear scale: low, low + step, … up to high (Hyperopt's <c>quniform</c>).</summary>
/// <remarks>The same as <c>[Uniform(low, high, Step = step)]</c>. Every grid value, end points included, is equally likely, and no value leaves the bounds
/// (Hyperopt's own rounding gives the ends half the weight).</remarks>
/// <param name="low">The smallest value, included; finite.</param>
/// <param name="high">The largest value, included where the grid reaches it; finite and above <paramref name="low"/>.</param>
/// <param name="step">The distance between two neighbouring values; above 0 and at most high − low.</param>
public sealed class QUniformAttribute(double low, double high, double step) : ParameterAttribute
{
    /// <summary>Gets the smallest value, included.</summary>
    public double Low { get; } = low;

    /// <summary>Gets the largest value, included.</summary>
    public double High { get; } = high;

    /// <summary>Gets the distance between two neighbouring values.</summary>
    public double Step { get; } = step;

    /// <summary>Gets or sets the value to begin with and to use while nothing has been tuned.</summary>
    /// <value>Within the bounds. By default NaN: the grid value nearest to the middle of the range.</value>
    public double Default { get; set; } = double.NaN;
}
