using Hypermax.Numerics;

namespace Hypermax.Sampling.CmaEs;

/// <summary>The normal distribution of one generation and how it follows from the one before.</summary>
/// <remarks>
/// x = m + σ·A·B·D·z with A the diagonal matrix of the margin (Hamano, Saito, Nomura and Shirakawa 2022, "CMA-ES with margin",
/// arXiv 2205.13482). Equations of the update: Hansen 2016, section 2 to 4.
/// </remarks>
internal sealed class CmaEsState
{
    private readonly int _n;
    private readonly double[] _covariance;
    private readonly double[] _basis;
    private readonly double[] _lengths;
    private readonly double[] _path;
    private readonly double[] _stepPath;
    private int _generation;

    public CmaEsState(double[] mean, double spread, int population)
    {
        _n = mean.Length;
        Constants = new CmaEsConstants(_n, population);
        Mean = [.. mean];
        Step = spread;
        Stretch = Filled(_n, 1);
        _covariance = new double[_n * _n];
        _basis = new double[_n * _n];
        _lengths = Filled(_n, 1);
        _path = new double[_n];
        _stepPath = new double[_n];
        for (int i = 0; i < _n; i++)
        {
            _covariance[(i * _n) + i] = 1;
            _basis[(i * _n) + i] = 1;
        }
    }

    /// <summary>Gets the strategy parameters.</summary>
    public CmaEsConstants Constants { get; }

    /// <summary>Gets the mean.</summary>
    public double[] Mean { get; }

    /// <summary>Gets the step size.</summary>
    public double Step { get; private set; }

    /// <summary>Gets the diagonal of the margin's matrix A.</summary>
    public double[] Stretch { get; }

    /// <summary>Gets whether the distribution has become too small or too flat to find anything more.</summary>
    public bool IsSpent => _n > 0 && (Step * _lengths.Max() < 1e-8 || _lengths.Max() > 1e7 * _lengths.Min());

    /// <summary>Gets the standard deviation of one coordinate.</summary>
    public double Deviation(int i) => Step * Stretch[i] * Math.Sqrt(_covariance[(i * _n) + i]);

    /// <summary>Turns standard normal draws into a point of the distribution.</summary>
    public double[] Point(ReadOnlySpan<double> normal)
    {
        double[] x = new double[_n];
        for (int i = 0; i < _n; i++)
        {
            double sum = 0;
            for (int k = 0; k < _n; k++)
            {
                sum += _basis[(i * _n) + k] * _lengths[k] * normal[k];
            }

            x[i] = Mean[i] + (Step * Stretch[i] * sum);
        }

        return x;
    }

    /// <summary>Moves to the next generation.</summary>
    /// <param name="ranked">The points of this generation, best first.</param>
    public void Update(IReadOnlyList<double[]> ranked)
    {
        if (_n == 0)
        {
            return;
        }

        double[] weights = Constants.Weights;
        double[][] steps = [.. ranked.Take(weights.Length).Select(ToStep)];
        double[] move = new double[_n];
        for (int k = 0; k < weights.Length; k++)
        {
            LaneMath.AddScaled(move, weights[k], steps[k]);
        }

        for (int i = 0; i < _n; i++)
        {
            Mean[i] = Math.Clamp(Mean[i] + (Step * Stretch[i] * move[i]), 0, 1);
        }

        bool isStalled = UpdatePaths(move);
        UpdateCovariance(steps, isStalled);
        double length = Math.Sqrt(LaneMath.Dot(_stepPath, _stepPath));
        Step *= Math.Exp(Math.Min(1, Constants.StepRate / Constants.StepDamping * ((length / Constants.NormalLength) - 1)));
        Step = Math.Min(Step, 1);
        Decompose();
    }

    private static double[] Filled(int n, double value)
    {
        double[] values = new double[n];
        Array.Fill(values, value);
        return values;
    }

    private double[] ToStep(double[] x)
    {
        double[] y = new double[_n];
        for (int i = 0; i < _n; i++)
        {
            y[i] = (x[i] - Mean[i]) / (Step * Stretch[i]);
        }

        return y;
    }

    // The two evolution paths; true when the long one is stalled because the step path is long (Hansen 2016, equation 45).
    private bool UpdatePaths(double[] move)
    {
        CmaEsConstants c = Constants;
        _generation++;
        double stepShare = Math.Sqrt(c.StepRate * (2 - c.StepRate) * c.EffectiveParents);
        double[] whitened = Whiten(move);
        for (int i = 0; i < _n; i++)
        {
            _stepPath[i] = ((1 - c.StepRate) * _stepPath[i]) + (stepShare * whitened[i]);
        }

        double expected = Math.Sqrt(1 - Math.Pow(1 - c.StepRate, 2 * _generation)) * c.NormalLength;
        bool isStalled = Math.Sqrt(LaneMath.Dot(_stepPath, _stepPath)) >= (1.4 + (2.0 / (_n + 1))) * expected;
        double share = isStalled ? 0 : Math.Sqrt(c.PathRate * (2 - c.PathRate) * c.EffectiveParents);
        for (int i = 0; i < _n; i++)
        {
            _path[i] = ((1 - c.PathRate) * _path[i]) + (share * move[i]);
        }

        return isStalled;
    }

    // C^(−1/2)·y = B·D⁻¹·Bᵀ·y.
    private double[] Whiten(double[] y)
    {
        double[] result = new double[_n];
        for (int k = 0; k < _n; k++)
        {
            double sum = 0;
            for (int i = 0; i < _n; i++)
            {
                sum += _basis[(i * _n) + k] * y[i];
            }

            for (int i = 0; i < _n; i++)
            {
                result[i] += _basis[(i * _n) + k] * sum / _lengths[k];
            }
        }

        return result;
    }

    private void UpdateCovariance(double[][] steps, bool isStalled)
    {
        CmaEsConstants c = Constants;
        double kept = 1 - c.RankOneRate - c.RankMuRate + (isStalled ? c.RankOneRate * c.PathRate * (2 - c.PathRate) : 0);
        for (int i = 0; i < _n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double rankMu = 0;
                for (int k = 0; k < steps.Length; k++)
                {
                    rankMu += c.Weights[k] * steps[k][i] * steps[k][j];
                }

                double entry = (kept * _covariance[(i * _n) + j]) + (c.RankOneRate * _path[i] * _path[j]) + (c.RankMuRate * rankMu);
                _covariance[(i * _n) + j] = entry;
                _covariance[(j * _n) + i] = entry;
            }
        }
    }

    private void Decompose()
    {
        double[] work = [.. _covariance];
        SymmetricEigen.Decompose(work, _basis, _n);
        for (int i = 0; i < _n; i++)
        {
            _lengths[i] = Math.Sqrt(Math.Max(work[(i * _n) + i], 1e-20));
        }
    }
}
