namespace Hypermax.Sampling.GaussianProcess;

/// <summary>What is fitted: one inverse squared lengthscale a coordinate, the signal variance and the noise variance.</summary>
/// <param name="Log">The natural logarithms: weights of the coordinates first, then the variances of signal, trend and noise.</param>
/// <param name="Warps">How the coordinates are bent.</param>
internal sealed record GpHyperparameters(double[] Log, IReadOnlyList<GpWarp> Warps)
{
    /// <summary>The number of variances behind the weights.</summary>
    public const int Variances = 3;

    /// <summary>Gets the variance of the function, in units of the variance of the losses.</summary>
    public double Signal => Math.Exp(Log[^3]);

    /// <summary>Gets the variance of the trend, in units of the variance of the losses.</summary>
    public double Trend => Math.Exp(Log[^2]);

    /// <summary>Gets the variance of the noise, in units of the variance of the losses.</summary>
    public double Noise => Math.Exp(Log[^1]);

    /// <summary>Gets the inverse squared lengthscale of a coordinate.</summary>
    public double Weight(int feature) => Math.Exp(Log[feature]);
}
