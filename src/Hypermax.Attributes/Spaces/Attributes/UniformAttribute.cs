namespace Hypermax;

/// <summary>Draws a number evenly on a linear scale between two bounds, both included.</summary>
/// <remarks>On an integer property only whole numbers are drawn, every one, end points included, with the weight the scale gives it.</remarks>
/// <param name="low">The smallest value, included; finite.</param>
/// <param name="high">The largest value, included; finite and above <paramref name="low"/>.</param>
public sealed class UniformAttribute(double low, double high) : ParameterAttribute
{
    /// <summary>Gets the smallest value, included.</summary>
    public double Low { get; } = low;

    /// <summary>Gets the largest value, included.</summary>
    public double High { get; } = high;

    /// <summary>Gets or sets the distance between two neighbouring values: low, low + step, … up to high.</summary>
    /// <value>Above 0 and at most high − low. By default 0: continuous for floating-point properties, 1 for integers.</value>
    public double Step { get; set; }

    /// <summary>Gets or sets the value to begin with and to use while nothing has been tuned.</summary>
    /// <value>Within the bounds. By default NaN: the middle of the range on its scale.</value>
    public double Default { get; set; } = double.NaN;
}
