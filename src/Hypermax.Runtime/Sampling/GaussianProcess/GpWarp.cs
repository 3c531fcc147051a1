namespace Hypermax.Sampling.GaussianProcess;

/// <summary>How a numeric coordinate is bent before distances are measured: the distribution function of Kumaraswamy.</summary>
/// <param name="A">The exponent at 0: below 1 spreads what lies there, above 1 crowds it.</param>
/// <param name="B">The same at 1.</param>
/// <remarks>Snoek, Swersky, Zemel and Adams 2014, "Input warping for Bayesian optimization of non-stationary functions", with Kumaraswamy's
/// function in the place of the beta distribution's, because it and its inverse are elementary.</remarks>
internal readonly record struct GpWarp(double A, double B)
{
    /// <summary>Gets the warp that changes nothing.</summary>
    public static GpWarp None { get; } = new(1, 1);

    /// <summary>Gets the shapes that a fit chooses from.</summary>
    public static IReadOnlyList<GpWarp> Shapes { get; } = [new(0.5, 1), new(2, 1), new(1, 0.5), new(1, 2)];

    /// <summary>Bends a place in the unit interval.</summary>
    public double Apply(double unit) => this == None ? unit : 1 - Power(1 - Power(unit, A), B);

    /// <summary>Gets the place that is bent to a coordinate.</summary>
    public double Invert(double coordinate) => this == None ? coordinate : Power(1 - Power(1 - coordinate, 1 / B), 1 / A);

    // Square roots and squares are exactly rounded on every machine; powers in general are not.
    private static double Power(double value, double exponent)
    {
        double inside = Math.Clamp(value, 0, 1);
        return exponent switch
        {
            1 => inside,
            0.5 => Math.Sqrt(inside),
            2 => inside * inside,
            _ => Math.Pow(inside, exponent),
        };
    }
}
