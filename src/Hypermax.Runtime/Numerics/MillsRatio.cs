namespace Hypermax.Numerics;

/// <summary>Tail functions of the standard normal distribution that neither underflow nor cancel.</summary>
internal static class MillsRatio
{
    private const double LogRootTwoPi = 0.91893853320467274178;

    /// <summary>Gets R(t) = (1 − Φ(t)) / φ(t).</summary>
    /// <param name="t">Any number; below −37 the result overflows.</param>
    /// <remarks>MathNet's erfc below 2, Laplace's continued fraction (DLMF 7.9.2) above.</remarks>
    public static double Of(double t)
    {
        if (t < 2)
        {
            return NormalDistribution.Cdf(-t) * Math.Exp((0.5 * t * t) + LogRootTwoPi);
        }

        // R(t) = 1/(t + 1/(t + 2/(t + 3/(t + …)))); the number of terms for 1e-16 falls as 1/t².
        double tail = t;
        for (int k = (int)(20 + (360 / (t * t))); k >= 1; k--)
        {
            tail = t + (k / tail);
        }

        return 1 / tail;
    }

    /// <summary>Gets log(φ(z) + z·Φ(z)), the logarithm of the standardised expected improvement, and its derivative.</summary>
    /// <param name="z">The standardised improvement; any finite number.</param>
    /// <returns>The logarithm and d/dz of it, Φ(z) / (φ(z) + z·Φ(z)).</returns>
    /// <remarks>
    /// Ament et al. 2023, "Unexpected improvements to expected improvement for Bayesian optimization", equation 9, written
    /// with the Mills ratio: φ + zΦ = φ(z)·(1 − t·R(t)), t = −z, with the series of 1 − t·R(t) where it would cancel.
    /// </remarks>
    public static (double Log, double Slope) LogImprovement(double z)
    {
        if (z > -1)
        {
            double cdf = NormalDistribution.Cdf(z);
            double value = Math.Exp((-0.5 * z * z) - LogRootTwoPi) + (z * cdf);
            return (Math.Log(value), cdf / value);
        }

        double t = -z;
        double ratio = Of(t);
        double s = 1 / (t * t);
        double rest = t < 30 ? 1 - (t * ratio) : s * (1 - (s * (3 - (s * (15 - (105 * s))))));
        return ((-0.5 * z * z) - LogRootTwoPi + Math.Log(rest), ratio / rest);
    }
}
