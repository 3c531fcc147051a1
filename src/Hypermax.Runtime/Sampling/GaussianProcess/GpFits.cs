using Hypermax.Numerics;

namespace Hypermax.Sampling.GaussianProcess;

/// <summary>The hyperparameters as a function of the first rows of a history and of nothing else.</summary>
/// <remarks>
/// The counts of rows at which hyperparameters are fitted are fixed. At some of them, the anchors, the fit starts cold from
/// several points; at the others it goes on from the fit before. A new instance asked for the fit of n rows therefore
/// goes back to the last anchor, follows the chain, and arrives at the same numbers as one that has seen every row.
/// </remarks>
internal sealed class GpFits
{
    private readonly Dictionary<int, GpHyperparameters> _known = [];
    private readonly GpPrior _prior;
    private readonly GpLikelihood _likelihood;
    private readonly BoundedLbfgs _optimizer;
    private readonly Func<int, double[]> _losses;

    /// <summary>Creates the chain.</summary>
    /// <param name="data">The points.</param>
    /// <param name="prior">What is believed before any data.</param>
    /// <param name="losses">Gets the standardised losses of the first rows.</param>
    public GpFits(GpData data, GpPrior prior, Func<int, double[]> losses)
    {
        _prior = prior;
        _losses = losses;
        _likelihood = new GpLikelihood(data, prior);
        _optimizer = new BoundedLbfgs(prior.Low.Length);
    }

    /// <summary>Gets the hyperparameters to be used with a number of rows.</summary>
    public GpHyperparameters At(int rows)
    {
        int count = LastFit(rows);
        if (_known.TryGetValue(count, out GpHyperparameters? known))
        {
            return known;
        }

        List<int> chain = [count];
        while (!IsAnchor(chain[^1]) && !_known.ContainsKey(chain[^1]))
        {
            chain.Add(LastFit(chain[^1] - 1));
        }

        GpHyperparameters? fit = null;
        for (int k = chain.Count - 1; k >= 0; k--)
        {
            if (!_known.TryGetValue(chain[k], out GpHyperparameters? step))
            {
                step = IsAnchor(chain[k]) ? Cold(chain[k]) : Improve(chain[k], fit!.Log, 12).Fit;
                _known.Add(chain[k], step);
            }

            fit = step;
        }

        return fit!;
    }

    // Every count up to 64, then about every sixtieth part of the count.
    private static int LastFit(int rows)
    {
        int spacing = Math.Max(1, rows / 50);
        return rows - (rows % spacing);
    }

    private static bool IsAnchor(int count)
    {
        if (count <= 16)
        {
            return true;
        }

        // The first fitted count at or above each power of 1.2.
        double power = Math.Floor(Math.Log(count) / Math.Log(1.2));
        return LastFit((int)Math.Ceiling(Math.Pow(1.2, power) - 1e-9)) == count || LastFit((int)Math.Ceiling(Math.Pow(1.2, power) - 1e-9) + Math.Max(1, count / 50) - 1) == count;
    }

    private GpHyperparameters Cold(int count)
    {
        (GpHyperparameters best, double value) = Improve(count, _prior.Start(0.25, 1e-3), 40);
        foreach ((double factor, double noise) in new[] { (0.08, 1e-2), (1.0, 0.1) })
        {
            (GpHyperparameters other, double otherValue) = Improve(count, _prior.Start(factor, noise), 40);
            if (otherValue < value)
            {
                (best, value) = (other, otherValue);
            }
        }

        return best;
    }

    private (GpHyperparameters Fit, double Value) Improve(int count, double[] start, int evaluations)
    {
        double[] losses = _losses(count);
        double[] log = [.. start];
        double value = _optimizer.Minimize((x, gradient) => _likelihood.Evaluate(x, losses, gradient), log, _prior.Low, _prior.High, evaluations, 1e-2, 1.0);
        return (new GpHyperparameters(log), value);
    }
}
