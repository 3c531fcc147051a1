namespace Hypermax.Numerics;

/// <summary>The standard normal distribution; distribution function and quantile by MathNet.Numerics.</summary>
internal static class NormalDistribution
{
    public static double Cdf(double x) => 0.5 * MathNet.Numerics.SpecialFunctions.Erfc(-x / Math.Sqrt(2));

    public static double Quantile(double p) => -Math.Sqrt(2) * MathNet.Numerics.SpecialFunctions.ErfcInv(2 * p);
}
