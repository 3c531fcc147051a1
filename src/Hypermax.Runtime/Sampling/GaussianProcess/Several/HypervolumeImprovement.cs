using Hypermax.Fronts;
using Hypermax.Numerics;

namespace Hypermax.Sampling.GaussianProcess.Several;

/// <summary>The logarithm of the expected improvement of the hypervolume, times the probability of being feasible.</summary>
/// <remarks>
/// <para>Exact for independent objectives: the sum over boxes of Π (ψ(u) − ψ(l)), where ψ(t) is the expected improvement of one objective on t
/// (Yang et al. 2019), taken in logarithms as Ament et al. 2023 do for one objective. With one objective that is log expected improvement.</para>
/// <para>Where no trial is feasible yet, the probability of being feasible alone.</para>
/// </remarks>
internal sealed class HypervolumeImprovement : IAcquisition
{
    private const double LeastDifference = 1e-12;
    private readonly GpView[] _views;
    private readonly Feasibility _feasibility;
    private readonly BoxDecomposition? _boxes;

    // For each objective the different ends of boxes, and for each box the numbers of its ends; −1 where it is open.
    private readonly double[][] _ends;
    private readonly int[] _low;
    private readonly int[] _high;
    private readonly (double Log, double Slope, double Z)[][] _gains;
    private readonly double[] _logs;

    public HypervolumeImprovement(GpView[] views, BoxDecomposition? boxes, Feasibility feasibility)
    {
        (_views, _boxes, _feasibility) = (views, boxes, feasibility);
        int count = boxes?.Count ?? 0;
        _ends = new double[views.Length][];
        _gains = new (double Log, double Slope, double Z)[views.Length][];
        _low = new int[count * views.Length];
        _high = new int[count * views.Length];
        _logs = new double[count];
        for (int i = 0; i < views.Length; i++)
        {
            int objective = i;
            double[] low = [.. Enumerable.Range(0, count).Select(box => boxes!.Low(box)[objective])];
            double[] high = [.. Enumerable.Range(0, count).Select(box => boxes!.High(box)[objective])];
            _ends[i] = [.. low.Concat(high).Where(double.IsFinite).Distinct().Order()];
            _gains[i] = new (double Log, double Slope, double Z)[_ends[i].Length];
            for (int box = 0; box < count; box++)
            {
                _low[(box * views.Length) + i] = double.IsFinite(low[box]) ? Array.BinarySearch(_ends[i], low[box]) : -1;
                _high[(box * views.Length) + i] = Array.BinarySearch(_ends[i], high[box]);
            }
        }
    }

    /// <inheritdoc/>
    public double Evaluate(double[] features, IReadOnlyList<int> parameters, Span<double> gradient)
    {
        gradient.Clear();
        double feasible = _feasibility.Evaluate(features, parameters, gradient);
        return _boxes is null ? feasible : feasible + Improvement(features, parameters, gradient);
    }

    /// <inheritdoc/>
    public Insight Explain(double[] features, double score) => new("gp", Acquisition: score);

    private double Improvement(double[] features, IReadOnlyList<int> parameters, Span<double> gradient)
    {
        int objectives = _views.Length;
        Span<double> deviations = stackalloc double[objectives];
        double scale = 0;
        for (int i = 0; i < objectives; i++)
        {
            (double mean, double variance) = _views[i].Posterior.Predict(features);
            deviations[i] = Math.Sqrt(variance);
            scale += Math.Log(deviations[i]);
            for (int end = 0; end < _ends[i].Length; end++)
            {
                double z = (_ends[i][end] - mean) / deviations[i];
                (double log, double slope) = MillsRatio.LogImprovement(z);
                _gains[i][end] = (log, slope, z);
            }
        }

        double total = Total();
        if (parameters.Count > 0)
        {
            AddGradient(features, parameters, gradient, deviations, total);
        }

        return total + scale;
    }

    // The logarithm of the sum over boxes, without the deviations that all have in common.
    private double Total()
    {
        int objectives = _views.Length;
        double largest = double.NegativeInfinity;
        for (int box = 0; box < _logs.Length; box++)
        {
            double sum = 0;
            for (int i = 0; i < objectives; i++)
            {
                int low = _low[(box * objectives) + i];
                double high = _gains[i][_high[(box * objectives) + i]].Log;
                sum += low < 0 ? high : high + Math.Log(Difference(i, low, high));
            }

            _logs[box] = sum;
            largest = Math.Max(largest, sum);
        }

        double total = 0;
        foreach (double log in _logs)
        {
            total += Math.Exp(log - largest);
        }

        return largest + Math.Log(total);
    }

    // 1 − ψ(l)/ψ(u).
    private double Difference(int objective, int low, double high) => Math.Max(LeastDifference, -double.ExpM1(_gains[objective][low].Log - high));

    private void AddGradient(double[] features, IReadOnlyList<int> parameters, Span<double> gradient, Span<double> deviations, double total)
    {
        int objectives = _views.Length;
        for (int i = 0; i < objectives; i++)
        {
            double byMean = 0;
            double byDeviation = 0;
            for (int box = 0; box < _logs.Length; box++)
            {
                double weight = Math.Exp(_logs[box] - total);
                (double log, double slope, double z) = _gains[i][_high[(box * objectives) + i]];
                int low = _low[(box * objectives) + i];
                if (low < 0)
                {
                    byMean -= weight * slope;
                    byDeviation += weight * (1 - (z * slope));
                    continue;
                }

                (double logLow, double slopeLow, double zLow) = _gains[i][low];
                double ratio = Math.Exp(logLow - log);
                double rest = Difference(i, low, log);
                byMean -= weight * (slope - (ratio * slopeLow)) / rest;
                byDeviation += weight * (1 - (z * slope) - (ratio * (1 - (zLow * slopeLow)))) / rest;
            }

            double deviation = deviations[i];
            for (int k = 0; k < parameters.Count; k++)
            {
                gradient[k] += _views[i].Posterior.Gradient(
                    features, _views[i].Features.OfParameter[parameters[k]], byMean / deviation, byDeviation / (2 * deviation * deviation));
            }
        }
    }
}
