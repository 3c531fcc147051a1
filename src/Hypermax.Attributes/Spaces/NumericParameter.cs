namespace Hypermax;

/// <summary>A parameter whose values are numbers: continuous, whole, or on a grid.</summary>
public sealed class NumericParameter : Parameter
{
    /// <summary>Creates a parameter with a uniform or log-uniform law.</summary>
    /// <param name="name">The path of the parameter.</param>
    /// <param name="law">How values are distributed between the bounds.</param>
    /// <param name="low">The smallest value, included.</param>
    /// <param name="high">The largest value, included.</param>
    /// <param name="step">The distance between neighbouring values, or null for a continuous parameter.</param>
    /// <param name="isInteger">Whether external values are whole numbers.</param>
    /// <param name="mean">The mean of a normal law (of the logarithm for a log-normal one).</param>
    /// <param name="deviation">The standard deviation of a normal law (of the logarithm for a log-normal one).</param>
    /// <param name="facts">What else is known of the parameter.</param>
    /// <exception cref="ArgumentException">The numbers contradict each other; the message names the parameter, the rule and the value.</exception>
    public NumericParameter(
        string name,
        Law law,
        double low,
        double high,
        double? step = null,
        bool isInteger = false,
        double mean = double.NaN,
        double deviation = double.NaN,
        ParameterFacts? facts = null)
        : base(name, facts ?? ParameterFacts.None)
    {
        Law = law;
        Low = low;
        High = high;
        Step = step ?? (isInteger ? 1 : null);
        IsInteger = isInteger;
        Mean = mean;
        Deviation = deviation;
        if (Numbers.Violation() is var (given, rule, remedy))
        {
            throw new ArgumentException($"Parameter '{name}' has {given}; {rule}. {remedy}");
        }
    }

    /// <summary>Gets the law values are drawn from before anything is known.</summary>
    public Law Law { get; }

    /// <summary>Gets the smallest value, included; may be −∞ for a normal law and 0 for a log-normal one.</summary>
    public double Low { get; }

    /// <summary>Gets the largest value, included; may be +∞ for a normal or log-normal law.</summary>
    public double High { get; }

    /// <summary>Gets the distance between neighbouring values, or null for a continuous parameter.</summary>
    /// <remarks>Values are low + k·step where the lower bound is finite, else mean-independent multiples k·step.</remarks>
    public double? Step { get; }

    /// <summary>Gets whether external values are whole numbers.</summary>
    public bool IsInteger { get; }

    /// <summary>Gets the mean of a normal law (of the logarithm for a log-normal one), else NaN.</summary>
    public double Mean { get; }

    /// <summary>Gets the standard deviation of a normal law (of the logarithm for a log-normal one), else NaN.</summary>
    public double Deviation { get; }

    /// <summary>Gets whether the natural scale of the parameter is logarithmic.</summary>
    public bool IsLog => Law is Law.LogUniform or Law.LogNormal;

    private LawNumbers Numbers => new(IsLog, Law is Law.Normal or Law.LogNormal, Low, High, Step, IsInteger, Mean, Deviation);

    /// <summary>Gets the grid that values lie on.</summary>
    internal NumericGrid Grid => new(Low, High, Step);

    /// <summary>Gets the middle of the range on its scale, on the grid where there is one;
    /// for a normal law the mean, for a log-normal one the median.</summary>
    /// <remarks>What a parameter without a declared default begins with. The generator computes the same at compile time.</remarks>
    public double Middle => Snap(Numbers.Middle);

    /// <summary>Gets the value of the grid nearest to a number, within the bounds; the number itself, clamped, when there is no grid.</summary>
    /// <param name="value">Any number but NaN.</param>
    public double Snap(double value) => Grid.Snap(value);

    /// <inheritdoc/>
    public override bool Contains(double value) => Grid.Contains(value);

    internal override Parameter With(string name, ParameterFacts facts) =>
        new NumericParameter(name, Law, Low, High, Step, IsInteger, Mean, Deviation, facts);
}
