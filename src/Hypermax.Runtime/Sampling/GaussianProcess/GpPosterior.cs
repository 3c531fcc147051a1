using Hypermax.Numerics;

namespace Hypermax.Sampling.GaussianProcess;

/// <summary>The function as it is believed to be, given hyperparameters and losses: mean, variance and their gradients.</summary>
/// <remarks>Prediction costs F·n for the distances and n² for the variance. Keeps its buffers; not safe to share between threads.</remarks>
internal sealed class GpPosterior
{
    private readonly GpData _data;
    private readonly int _n;
    private readonly int _stride;
    private readonly double[] _weights;
    private readonly double _signal;
    private readonly double _trend;
    private readonly double _share;
    private double _noise;
    private double _skill;
    private readonly double[] _doubts;
    private readonly double[] _alpha;
    private readonly double[] _inverse;
    private readonly double[] _squares;
    private readonly double[] _kernel;
    private readonly double[] _slopes;
    private readonly double[] _beta;

    /// <summary>Conditions on the first points of the data.</summary>
    /// <param name="data">The points.</param>
    /// <param name="hyperparameters">The hyperparameters.</param>
    /// <param name="losses">The standardised losses of the first points.</param>
    public GpPosterior(GpData data, GpHyperparameters hyperparameters, ReadOnlySpan<double> losses)
    {
        _data = data;
        _n = losses.Length;
        _stride = (_n + 3) & ~3;
        _weights = [.. Enumerable.Range(0, data.Columns.Length).Select(hyperparameters.Weight)];
        _signal = hyperparameters.Signal;
        _trend = hyperparameters.Trend;
        _share = 1.0 / Math.Max(1, _weights.Length);
        _noise = hyperparameters.Noise;
        _doubts = [.. Enumerable.Range(0, _n).Select(data.DoubtOf)];
        _alpha = new double[_stride];
        _inverse = new double[_stride * _stride];
        (_squares, _kernel, _slopes, _beta) = (new double[_stride], new double[_stride], new double[_stride], new double[_stride]);
        Condition(losses);
    }

    /// <summary>Gets the constant mean.</summary>
    public double Mean { get; private set; }

    /// <summary>Gets the variance of the noise.</summary>
    public double Noise => _noise;

    /// <summary>Gets the smallest posterior mean at a training point.</summary>
    public double Best { get; private set; }

    /// <summary>Gets the posterior mean at each training point.</summary>
    public double[] Fitted { get; private set; } = [];

    /// <summary>Gets the training points with the smallest posterior means, best first.</summary>
    /// <param name="count">How many.</param>
    /// <param name="among">Only the first so many points are considered.</param>
    public IEnumerable<int> Lowest(int count, int among) => Enumerable.Range(0, among).OrderBy(i => Fitted[i]).ThenBy(i => i).Take(count);

    /// <summary>Gets 1 − Σ(y − ŷ)² / Σ(y − ȳ)², where ŷ is predicted from all other training points.</summary>
    /// <remarks>Rasmussen and Williams 2006, equation 5.12: y − ŷ = α / (K⁻¹)ᵢᵢ.</remarks>
    public double Skill() => _skill;

    /// <summary>Gets how large the errors of these predictions are in units of what they say of themselves: 1 where the model is honest, above where it is too
    /// sure of itself.</summary>
    public double Surprise { get; private set; }

    /// <summary>Predicts the function at several points together.</summary>
    /// <param name="points">The points in vector form.</param>
    /// <remarks>One Cholesky factor of training points (with noise) and the others (without) holds both: its last rows are those of the
    /// covariance given the losses. Costs (n + m)³/3.</remarks>
    public GpJoint Jointly(IReadOnlyList<double[]> points)
    {
        _data.Truncate(_n);
        foreach (double[] point in points)
        {
            _data.Add(point);
        }

        int count = _n + points.Count;
        double[] kernel = Kernel(count);
        _data.Truncate(_n);
        int stride = (count + 3) & ~3;
        double[] factor = new double[stride * stride];
        for (double jitter = 1e-8 * _signal; ; jitter *= 10)
        {
            for (int i = 0; i < count; i++)
            {
                kernel.AsSpan(GpData.Pairs(i), i + 1).CopyTo(factor.AsSpan(i * stride, i + 1));
                factor[(i * stride) + i] += i < _n ? NoiseOf(i) : jitter;
            }

            if (CholeskyKernel.Factor(factor, count, stride))
            {
                break;
            }
        }

        // K·α = y − m and L₁₁·β = y − m.
        double[] residuals = [.. Enumerable.Range(0, _n).Select(i => Fitted[i] + (NoiseOf(i) * _alpha[i]) - Mean)];
        CholeskyKernel.SolveLower(factor, residuals, _n, stride);
        double[] means = new double[points.Count];
        double[][] rows = new double[points.Count][];
        for (int i = 0; i < points.Count; i++)
        {
            int start = (_n + i) * stride;
            means[i] = Mean + LaneMath.Dot(factor.AsSpan(start, _n), residuals);
            rows[i] = factor.AsSpan(start + _n, i + 1).ToArray();
        }

        return new GpJoint(means, rows);
    }

    /// <summary>Predicts at a point.</summary>
    /// <param name="features">The coordinates of the point.</param>
    /// <returns>Mean and variance of the function without noise.</returns>
    public (double Mean, double Variance) Predict(ReadOnlySpan<double> features)
    {
        Distances(features);
        Matern.Evaluate(_squares, _signal, _kernel, _slopes);
        Span<double> kernel = _kernel.AsSpan(0, _n);
        double prior = _signal + AddTrend(features, kernel);
        Multiply(kernel);
        double mean = Mean + LaneMath.Dot(kernel, _alpha.AsSpan(0, _n));
        double variance = prior - LaneMath.Dot(kernel, _beta.AsSpan(0, _n));
        return (mean, Math.Max(variance, 1e-10 * _signal));
    }

    /// <summary>Gets the gradient at the point last predicted of meanFactor · mean + varianceFactor · variance in one coordinate.</summary>
    public double Gradient(ReadOnlySpan<double> features, int feature, double meanFactor, double varianceFactor)
    {
        double[] column = _data.Columns[feature];
        double value = features[feature];
        double sum = 0;
        for (int i = 0; i < _n; i++)
        {
            double force = (meanFactor * _alpha[i]) - (2 * varianceFactor * _beta[i]);
            sum += force * _slopes[i] * (value - column[i]);
        }

        return (2 * _weights[feature] * sum) + TrendGradient(feature, value, meanFactor, varianceFactor);
    }

    // Adds the trend's part of the covariance with the training points and returns its part of the prior variance.
    private double AddTrend(ReadOnlySpan<double> features, Span<double> kernel)
    {
        double scale = _trend * _share;
        double variance = 0;
        for (int f = 0; f < _weights.Length; f++)
        {
            double value = features[f];
            if (_data.IsHamming[f])
            {
                variance += value >= 0 ? scale : 0;
                double[] column = _data.Columns[f];
                for (int i = 0; i < _n && value >= 0; i++)
                {
                    kernel[i] += column[i] == value ? scale : 0;
                }
            }
            else if (value != GpFeatures.Inactive)
            {
                (double linear, double curved) = (GpTrend.Linear(value), GpTrend.Curved(value));
                variance += scale * ((linear * linear) + (curved * curved));
                LaneMath.AddScaled(kernel, scale * linear, _data.Linear[f]);
                LaneMath.AddScaled(kernel, scale * curved, _data.Curved[f]);
            }
        }

        return variance;
    }

    private double TrendGradient(int feature, double value, double meanFactor, double varianceFactor)
    {
        double linear = 0;
        double curved = 0;
        for (int i = 0; i < _n; i++)
        {
            double force = (meanFactor * _alpha[i]) - (2 * varianceFactor * _beta[i]);
            linear += force * _data.Linear[feature][i];
            curved += force * _data.Curved[feature][i];
        }

        linear += 2 * varianceFactor * GpTrend.Linear(value);
        curved += 2 * varianceFactor * GpTrend.Curved(value);
        return _trend * _share * ((linear * GpTrend.LinearSlope) + (curved * GpTrend.CurvedSlope(value)));
    }

    private void Distances(ReadOnlySpan<double> features)
    {
        Span<double> squares = _squares;
        squares.Clear();
        for (int f = 0; f < _weights.Length; f++)
        {
            double[] column = _data.Columns[f];
            double value = features[f];
            double weight = _weights[f];
            if (_data.IsHamming[f])
            {
                for (int i = 0; i < _n; i++)
                {
                    squares[i] += column[i] == value ? 0 : weight;
                }
            }
            else
            {
                LaneMath.AddSquares(squares[.._n], weight, GpData.Place(value), column.AsSpan(0, _n));
            }
        }
    }

    private void Multiply(ReadOnlySpan<double> kernel)
    {
        int i = 0;
        for (; i <= _n - 4; i += 4)
        {
            LaneMath.Dot4(kernel, ref _inverse[i * _stride], _stride, _beta.AsSpan(i, 4));
        }

        for (; i < _n; i++)
        {
            _beta[i] = LaneMath.Dot(kernel, _inverse.AsSpan(i * _stride, _n));
        }
    }

    private void Condition(ReadOnlySpan<double> losses)
    {
        double[] kernel = Kernel(_n);
        double[] factor = Factor(kernel);
        Span<double> ones = new double[_n];
        Span<double> alpha = _alpha.AsSpan(0, _n);
        ones.Fill(1);
        losses.CopyTo(alpha);
        CholeskyKernel.SolveLower(factor, ones, _n, _stride);
        CholeskyKernel.SolveLower(factor, alpha, _n, _stride);
        Mean = LaneMath.Dot(ones, alpha) / (LaneMath.Dot(ones, ones) + 1);
        LaneMath.AddScaled(alpha, -Mean, ones);
        CholeskyKernel.SolveUpper(factor, alpha, _n, _stride);
        double[] upper = new double[_stride * _stride];
        CholeskyKernel.InvertTransposed(factor, upper, _n, _stride);
        CholeskyKernel.InversePacked(upper, kernel, _n, _stride);
        for (int i = 0; i < _n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double entry = kernel[GpData.Pairs(i) + j];
                _inverse[(i * _stride) + j] = entry;
                _inverse[(j * _stride) + i] = entry;
            }
        }

        FindBest(losses);
    }

    // The covariance of the first points of the data without noise, in packed rows.
    private double[] Kernel(int count)
    {
        int pairs = GpData.Pairs(count);
        int padded = (pairs + 3) & ~3;
        double[] squares = new double[padded];
        double[] kernel = new double[padded];
        double[] slopes = new double[padded];
        for (int f = 0; f < _weights.Length; f++)
        {
            LaneMath.AddScaled(squares.AsSpan(0, pairs), _weights[f], _data.Distances[f].AsSpan(0, pairs));
        }

        Matern.Evaluate(squares, _signal, kernel, slopes);
        LaneMath.AddScaled(kernel.AsSpan(0, pairs), _trend, _data.Trend.AsSpan(0, pairs));
        return kernel;
    }

    // Repeated points with little noise can make the kernel singular in floating point: add noise until it is not.
    private double[] Factor(double[] kernel)
    {
        double[] factor = new double[_stride * _stride];
        for (; ; _noise = Math.Max(_noise * 10, 1e-8))
        {
            for (int i = 0; i < _n; i++)
            {
                kernel.AsSpan(GpData.Pairs(i), i + 1).CopyTo(factor.AsSpan(i * _stride, i + 1));
                factor[(i * _stride) + i] += NoiseOf(i);
            }

            if (CholeskyKernel.Factor(factor, _n, _stride))
            {
                return factor;
            }
        }
    }

    // Of one loss: that of all, and how far a forecast may be wrong.
    private double NoiseOf(int point) => _noise + _doubts[point];

    // K·α = y − m and K = kernel + diag(noise), so the mean at a training point is y − noise·α.
    private void FindBest(ReadOnlySpan<double> losses)
    {
        Fitted = new double[_n];
        Best = double.PositiveInfinity;
        double unexplained = 0;
        double total = 0;
        double sum = 0;
        double surprise = 0;
        for (int i = 0; i < _n; i++)
        {
            Fitted[i] = losses[i] - (NoiseOf(i) * _alpha[i]);
            double certainty = _inverse[(i * _stride) + i];
            double residual = _alpha[i] / certainty;
            unexplained += residual * residual;
            surprise += residual * residual * certainty;
            total += losses[i] * losses[i];
            sum += losses[i];
            if (Fitted[i] < Best)
            {
                Best = Fitted[i];
            }
        }

        total -= sum * sum / _n;
        _skill = total > 0 ? 1 - (unexplained / total) : 0;
        Surprise = Math.Sqrt(surprise / Math.Max(1, _n));
    }
}
