namespace Hypermax;

/// <summary>Draws from a grid with log-normal weights (Hyperopt's <c>qlognormal</c>),
/// cut at <see cref="Low"/> and <see cref="High"/> where these are given.</summary>
/// <remarks>The same as <c>[LogNormal(mean, deviation, Step = step)]</c>.</remarks>
/// <param name="mean">The mean of the natural logarithm of the value, as in Hyperopt; finite.</param>
/// <param name="deviation">The standard deviation of the natural logarithm of the value; above 0.</param>
/// <param name="step">The distance between two neighbouring values; above 0.</param>
public sealed class QLogNormalAttribute(double mean, double deviation, double step) : ParameterAttribute
{
    /// <summary>Gets the mean of the natural logarithm.</summary>
    public double Mean { get; } = mean;

    /// <summary>Gets the standard deviation of the natural logarithm.</summary>
    public double Deviation { get; } = deviation;

    /// <summary>Gets the distance between two neighbouring values.</summary>
    public double Step { get; } = step;

    /// <summary>Gets or sets the smallest value, included; smaller draws are not made (the law is cut, not clamped).</summary>
    /// <value>By default 0, which is then a grid value.</value>
    public double Low { get; set; } = 0;

    /// <summary>Gets or sets the largest value, included; larger draws are not made (the law is cut, not clamped).</summary>
    /// <value>By default +∞: no bound.</value>
    public double High { get; set; } = double.PositiveInfinity;

    /// <summary>Gets or sets the value to begin with and to use while nothing has been tuned.</summary>
    /// <value>Within the bounds. By default NaN: the grid value nearest to e to the power of the mean.</value>
    public double Default { get; set; } = double.NaN;
}
