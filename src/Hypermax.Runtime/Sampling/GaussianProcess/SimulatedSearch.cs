using Hypermax.Numerics;

namespace Hypermax.Sampling.GaussianProcess;

/// <summary>A search by expected improvement over a list of points with a joint normal belief.</summary>
internal sealed class SimulatedSearch
{
    private readonly double[] _means;
    private readonly double[][] _covariance;
    private readonly double _noise;
    private readonly bool[] _isTried;
    private double _best;

    /// <summary>Begins.</summary>
    /// <param name="means">What is expected of each point.</param>
    /// <param name="covariance">The covariance; not changed.</param>
    /// <param name="noise">The variance of the noise of one trial.</param>
    /// <param name="best">What is to be improved on.</param>
    public SimulatedSearch(double[] means, double[][] covariance, double noise, double best)
    {
        (_means, _noise, _best) = (means, noise, best);
        _covariance = [.. covariance.Select(row => (double[])row.Clone())];
        _isTried = new bool[means.Length];
    }

    /// <summary>Gets the point with the largest expected improvement; null when all were tried.</summary>
    public int? Next()
    {
        int? next = null;
        double most = double.NegativeInfinity;
        for (int i = 0; i < _means.Length; i++)
        {
            if (_isTried[i])
            {
                continue;
            }

            double deviation = Math.Sqrt(Math.Max(_covariance[i][i], 1e-12));
            double score = MillsRatio.LogImprovement((_best - _means[i]) / deviation).Log + Math.Log(deviation);
            (next, most) = next is null || score > most ? (i, score) : (next, most);
        }

        return next;
    }

    /// <summary>Takes in what a trial found; one step of Kalman's filter.</summary>
    public void Tell(int point, double loss)
    {
        _isTried[point] = true;
        double[] column = [.. _covariance[point]];
        double gain = 1 / (column[point] + Math.Max(_noise, 1e-10));
        LaneMath.AddScaled(_means, gain * (loss - _means[point]), column);
        for (int i = 0; i < column.Length; i++)
        {
            LaneMath.AddScaled(_covariance[i], -gain * column[i], column);
        }

        _best = Math.Min(_best, _means[point]);
    }
}
