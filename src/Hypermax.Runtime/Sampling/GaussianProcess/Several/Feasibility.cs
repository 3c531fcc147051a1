using Hypermax.Numerics;

namespace Hypermax.Sampling.GaussianProcess.Several;

/// <summary>How likely a point keeps all constraints: the product of the probabilities of each (Gardner et al. 2014; Gelbart, Snoek, Adams 2014).</summary>
internal sealed class Feasibility(GpView[] constraints)
{
    private const double LogRootTwoPi = 0.91893853320467274178;

    /// <summary>Gets the logarithm of the probability, and adds its gradient.</summary>
    public double Evaluate(double[] features, IReadOnlyList<int> parameters, Span<double> gradient)
    {
        double sum = 0;
        foreach (GpView view in constraints)
        {
            (double mean, double variance) = view.Posterior.Predict(features);
            double deviation = Math.Sqrt(variance);
            double z = (view.Scale.Zero - mean) / deviation;
            (double log, double slope) = LogCdf(z);
            sum += log;
            for (int k = 0; k < parameters.Count; k++)
            {
                gradient[k] += view.Posterior.Gradient(
                    features, view.Features.OfParameter[parameters[k]], -slope / deviation, -slope * z / (2 * variance));
            }
        }

        return sum;
    }

    // log Φ(z) and φ(z)/Φ(z), by the Mills ratio where Φ underflows.
    private static (double Log, double Slope) LogCdf(double z)
    {
        double density = (-0.5 * z * z) - LogRootTwoPi;
        if (z > -1)
        {
            double cdf = NormalDistribution.Cdf(z);
            return (Math.Log(cdf), Math.Exp(density) / cdf);
        }

        double ratio = MillsRatio.Of(-z);
        return (density + Math.Log(ratio), 1 / ratio);
    }
}
