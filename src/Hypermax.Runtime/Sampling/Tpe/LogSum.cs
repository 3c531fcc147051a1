namespace Hypermax.Sampling.Tpe;

/// <summary>The logarithm of a sum of exponentials, kept as its largest term and the sum relative to it.</summary>
/// <param name="Largest">The largest exponent so far; −∞ for an empty sum.</param>
/// <param name="Scaled">The sum divided by the exponential of <paramref name="Largest"/>.</param>
internal readonly record struct LogSum(double Largest, double Scaled)
{
    public static LogSum Empty { get; } = new(double.NegativeInfinity, 0);

    public double Log => Largest + Math.Log(Scaled);

    public LogSum Add(double largest, double scaled) =>
        scaled <= 0 ? this
        : largest > Largest ? new LogSum(largest, scaled + (Scaled > 0 ? Scaled * Math.Exp(Largest - largest) : 0))
        : this with { Scaled = Scaled + (scaled * Math.Exp(largest - Largest)) };
}
