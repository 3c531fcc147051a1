using Hypermax.Numerics;

namespace Hypermax.Sampling.GaussianProcess;

/// <summary>The logarithm of the expected improvement on the lowest posterior mean.</summary>
internal sealed class ExpectedImprovement(GpView view) : IAcquisition
{
    /// <inheritdoc/>
    public double Evaluate(double[] features, IReadOnlyList<int> parameters, Span<double> gradient)
    {
        (double mean, double variance) = view.Posterior.Predict(features);
        double deviation = Math.Sqrt(variance);
        double z = (view.Target - mean) / deviation;
        (double log, double slope) = MillsRatio.LogImprovement(z);

        // d/dx [h(z) + log σ] = h'(z)·(−μ' − z·σ')/σ + σ'/σ with σ' = (σ²)'/(2σ).
        double meanFactor = -slope / deviation;
        double varianceFactor = (1 - (slope * z)) / (2 * variance);
        for (int k = 0; k < parameters.Count; k++)
        {
            gradient[k] = view.Posterior.Gradient(features, view.Features.OfParameter[parameters[k]], meanFactor, varianceFactor);
        }

        return log + Math.Log(deviation);
    }

    /// <inheritdoc/>
    public Insight Explain(double[] features, double score)
    {
        (double mean, double variance) = view.Posterior.Predict(features);
        return new Insight("gp", view.Scale.ToLoss(mean), view.Scale.ToSpread(Math.Sqrt(variance)), score);
    }
}
