namespace Hypermax.Sampling.GaussianProcess;

/// <summary>The quadratic trend: a main effect of every coordinate, linear and curved, with one shared prior variance.</summary>
/// <remarks>
/// <para>A numeric coordinate u contributes the first two normalised Legendre polynomials of t = 2u − 1, √3·t and
/// √5·(3t² − 1)/2, the second with half the variance; a coordinate of choices contributes one effect a choice. The sum over
/// coordinates is divided by their number. Added to the Matérn kernel it lets a bowl of many parameters be seen from few
/// points (Rasmussen and Williams 2006, section 2.7, explicit basis functions with a Gaussian prior).</para>
/// <para>An inactive parameter contributes nothing.</para>
/// </remarks>
internal static class GpTrend
{
    private const double CurveShare = 0.5;

    /// <summary>Gets the linear term of a coordinate in the unit interval.</summary>
    public static double Linear(double unit) => 1.7320508075688772 * ((2 * unit) - 1);

    /// <summary>Gets the curved term of a coordinate in the unit interval.</summary>
    public static double Curved(double unit)
    {
        double t = (2 * unit) - 1;
        return Math.Sqrt(5 * CurveShare) * 0.5 * ((3 * t * t) - 1);
    }

    /// <summary>Gets the slope of <see cref="Linear"/>.</summary>
    public static double LinearSlope => 2 * 1.7320508075688772;

    /// <summary>Gets the slope of <see cref="Curved"/>.</summary>
    public static double CurvedSlope(double unit) => Math.Sqrt(5 * CurveShare) * 6 * ((2 * unit) - 1);
}
