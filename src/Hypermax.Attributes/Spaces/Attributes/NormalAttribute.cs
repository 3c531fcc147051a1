namespace Hypermax;

/// <summary>Draws a number from a normal distribution, cut at <see cref="Low"/> and <see cref="High"/> where these are given.</summary>
/// <remarks>On an integer property only whole numbers are drawn, each with the weight that the law gives it.</remarks>
/// <param name="mean">The mean; finite.</param>
/// <param name="deviation">The standard deviation; above 0.</param>
public sealed class NormalAttribute(double mean, double deviation) : ParameterAttribute
{
    /// <summary>Gets the mean.</summary>
    public double Mean { get; } = mean;

    /// <summary>Gets the standard deviation.</summary>
    public double Deviation { get; } = deviation;

    /// <summary>Gets or sets the smallest value, included; smaller draws are not made (the law is cut, not clamped).</summary>
    /// <value>By default −∞: no bound.</value>
    public double Low { get; set; } = double.NegativeInfinity;

    /// <summary>Gets or sets the largest value, included; larger draws are not made (the law is cut, not clamped).</summary>
    /// <value>By default +∞: no bound.</value>
    public double High { get; set; } = double.PositiveInfinity;

    /// <summary>Gets or sets the distance between two neighbouring values.</summary>
    /// <value>Above 0. By default 0: continuous for floating-point properties, 1 for integers.</value>
    public double Step { get; set; }

    /// <summary>Gets or sets the value to begin with and to use while nothing has been tuned.</summary>
    /// <value>Within the bounds. By default NaN: the mean.</value>
    public double Default { get; set; } = double.NaN;
}
