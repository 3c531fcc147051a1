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
    // What a shape must gain in log density: one of four was picked by looking (log 4), and most coordinates need none.
    private const double Margin = 2;

    private readonly Dictionary<int, GpHyperparameters> _known = [];
    private readonly GpPrior _prior;
    private readonly GpLikelihood _likelihood;
    private readonly HyperparameterDraw _draw;
    private readonly BoundedLbfgs _optimizer;
    private readonly Func<int, IReadOnlyList<GpWarp>, (GpData Data, double[] Losses)> _rows;
    private readonly bool _isBent;

    /// <summary>Creates the chain.</summary>
    /// <param name="prior">What is believed before any data.</param>
    /// <param name="rows">Gets the points and the transformed losses to fit to, given the number of first rows.</param>
    /// <param name="isBent">Whether coordinates may be bent.</param>
    public GpFits(GpPrior prior, Func<int, IReadOnlyList<GpWarp>, (GpData Data, double[] Losses)> rows, bool isBent = true)
    {
        _isBent = isBent;
        _prior = prior;
        _rows = rows;
        _likelihood = new GpLikelihood(prior);
        _draw = new HyperparameterDraw(prior, _likelihood);
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
                step = IsAnchor(chain[k]) ? Cold(chain[k]) : Improve(chain[k], fit!, 12).Fit;
                _known.Add(chain[k], step);
            }

            fit = step;
        }

        return fit!;
    }

    /// <summary>Draws hyperparameters that are about as likely as those of <see cref="At"/>.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="stream">Where random numbers come from; the draw is a function of it and the first rows.</param>
    public GpHyperparameters Draw(int rows, SeedStream stream)
    {
        GpHyperparameters mode = At(rows);
        (GpData data, double[] losses) = _rows(rows, mode.Warps);
        return _draw.From(mode, data, losses, stream);
    }

    // Every count up to 99, then about every fiftieth part of the count.
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

        // The last fitted count at or below each of 16 · 1.2^k, rounded down: whole numbers only, the same on every machine.
        for (int anchor = 16; anchor < 2 * count; anchor = Math.Max(anchor + 1, anchor * 6 / 5))
        {
            if (LastFit(anchor) == count)
            {
                return true;
            }
        }

        return false;
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

        return _isBent ? Bend(count, best, value) : best;
    }

    // One coordinate after the other, those that matter most first, takes the shape that explains the losses best.
    private GpHyperparameters Bend(int count, GpHyperparameters fit, double value)
    {
        double[] gradient = new double[fit.Log.Length];
        GpWarp[] warps = [.. fit.Warps];
        foreach (int f in _prior.Bendable.OrderByDescending(fit.Weight).ThenBy(f => f))
        {
            GpWarp chosen = warps[f];
            double least = value - Margin;
            foreach (GpWarp shape in GpWarp.Shapes)
            {
                warps[f] = shape;
                (GpData data, double[] losses) = _rows(count, warps);
                double bent = _likelihood.Evaluate(data, fit.Log, losses, gradient);
                if (bent < least)
                {
                    (chosen, least, value) = (shape, bent, bent);
                }
            }

            warps[f] = chosen;
        }

        return warps.SequenceEqual(fit.Warps) ? fit : Improve(count, fit with { Warps = warps }, 20).Fit;
    }

    private (GpHyperparameters Fit, double Value) Improve(int count, GpHyperparameters start, int evaluations)
    {
        (GpData data, double[] losses) = _rows(count, start.Warps);
        double[] log = [.. start.Log];
        double value = _optimizer.Minimize(
            (x, gradient) => _likelihood.Evaluate(data, x, losses, gradient), log, _prior.Low, _prior.High, evaluations, 1e-2, 1.0);
        return (start with { Log = log }, value);
    }
}
