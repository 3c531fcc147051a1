using Hypermax.Numerics;

namespace Hypermax.Sampling.GaussianProcess;

/// <summary>The negative log posterior density of the hyperparameters given the losses, with its gradient.</summary>
/// <remarks>
/// Rasmussen and Williams 2006, equations 5.8 and 5.9, with a constant mean that has a standard normal prior and is set to
/// its best value for each set of hyperparameters. One evaluation costs n³/2 multiplications and F·n² for the distances.
/// Keeps its buffers; not safe to share between threads.
/// </remarks>
internal sealed class GpLikelihood(GpPrior prior)
{
    private double[] _squares = [];
    private double[] _kernel = [];
    private double[] _slopes = [];
    private double[] _inverse = [];
    private double[] _factor = [];
    private double[] _upper = [];
    private double[] _alpha = [];
    private double[] _ones = [];

    /// <summary>Gets the constant mean at the last evaluation.</summary>
    public double Mean { get; private set; }

    /// <summary>Computes the function for the first points of the data.</summary>
    /// <param name="data">The points.</param>
    /// <param name="log">The logarithms of the hyperparameters.</param>
    /// <param name="losses">The standardised losses of the first points.</param>
    /// <param name="gradient">Receives the gradient.</param>
    /// <returns>The negative log density without constants; infinity where the kernel is not positive definite.</returns>
    public double Evaluate(GpData data, ReadOnlySpan<double> log, ReadOnlySpan<double> losses, Span<double> gradient)
    {
        int n = losses.Length;
        int stride = Grow(n);
        double signal = Math.Exp(log[^3]);
        double noise = Math.Exp(log[^1]);
        Kernel(data, log, n, signal);
        Spread(data, n, stride, Math.Exp(log[^2]), noise);
        if (!CholeskyKernel.Factor(_factor, n, stride))
        {
            return double.PositiveInfinity;
        }

        double value = Solve(losses, n, stride);
        CholeskyKernel.InvertTransposed(_factor, _upper, n, stride);
        CholeskyKernel.InversePacked(_upper, _inverse, n, stride);
        Gradient(data, log, n, noise, gradient);
        return value + prior.Penalty(log, gradient);
    }

    private int Grow(int n)
    {
        int stride = (n + 3) & ~3;
        if (_factor.Length < stride * stride)
        {
            int room = ((stride * 5 / 4) + 4) & ~3;
            _factor = new double[room * room];
            _upper = new double[room * room];
            _alpha = new double[room];
            _ones = new double[room];
            int pairRoom = (GpData.Pairs(room) + 3) & ~3;
            (_squares, _kernel, _slopes, _inverse) = (new double[pairRoom], new double[pairRoom], new double[pairRoom], new double[pairRoom]);
        }

        return stride;
    }

    private void Kernel(GpData data, ReadOnlySpan<double> log, int n, double signal)
    {
        int pairs = GpData.Pairs(n);
        int padded = (pairs + 3) & ~3;
        Span<double> squares = _squares.AsSpan(0, padded);
        squares.Clear();
        for (int f = 0; f < data.Columns.Length; f++)
        {
            LaneMath.AddScaled(squares[..pairs], Math.Exp(log[f]), data.Distances[f].AsSpan(0, pairs));
        }

        Matern.Evaluate(squares, signal, _kernel.AsSpan(0, padded), _slopes.AsSpan(0, padded));
    }

    private void Spread(GpData data, int n, int stride, double trend, double noise)
    {
        for (int i = 0; i < n; i++)
        {
            _kernel.AsSpan(GpData.Pairs(i), i + 1).CopyTo(_factor.AsSpan(i * stride, i + 1));
            LaneMath.AddScaled(_factor.AsSpan(i * stride, i + 1), trend, data.Trend.AsSpan(GpData.Pairs(i), i + 1));
            _factor[(i * stride) + i] += noise + data.DoubtOf(i);
        }
    }

    // Writes α = K⁻¹(y − m) and returns the data term of the function.
    private double Solve(ReadOnlySpan<double> losses, int n, int stride)
    {
        Span<double> ones = _ones.AsSpan(0, n);
        Span<double> alpha = _alpha.AsSpan(0, n);
        ones.Fill(1);
        losses.CopyTo(alpha);
        CholeskyKernel.SolveLower(_factor, ones, n, stride);
        CholeskyKernel.SolveLower(_factor, alpha, n, stride);
        Mean = LaneMath.Dot(ones, alpha) / (LaneMath.Dot(ones, ones) + 1);
        LaneMath.AddScaled(alpha, -Mean, ones);
        double value = 0.5 * (LaneMath.Dot(alpha, alpha) + (Mean * Mean));
        for (int i = 0; i < n; i++)
        {
            value += Math.Log(_factor[(i * stride) + i]);
        }

        CholeskyKernel.SolveUpper(_factor, alpha, n, stride);
        return value;
    }

    private void Gradient(GpData data, ReadOnlySpan<double> log, int n, double noise, Span<double> gradient)
    {
        int pairs = GpData.Pairs(n);
        double diagonal = 0;
        double diagonalSignal = 0;
        double diagonalTrend = 0;
        for (int i = 0; i < n; i++)
        {
            int row = GpData.Pairs(i);
            LaneMath.AddScaled(_inverse.AsSpan(row, i + 1), -_alpha[i], _alpha.AsSpan(0, i + 1));
            diagonal += _inverse[row + i];
            diagonalSignal += _inverse[row + i] * _kernel[row + i];
            diagonalTrend += _inverse[row + i] * data.Trend[row + i];
        }

        Span<double> weights = _inverse.AsSpan(0, pairs);
        gradient[^3] = LaneMath.Dot(weights, _kernel.AsSpan(0, pairs)) - (0.5 * diagonalSignal);
        gradient[^2] = Math.Exp(log[^2]) * (LaneMath.Dot(weights, data.Trend.AsSpan(0, pairs)) - (0.5 * diagonalTrend));
        gradient[^1] = 0.5 * noise * diagonal;
        for (int p = 0; p < pairs; p++)
        {
            _slopes[p] *= weights[p];
        }

        for (int f = 0; f < data.Columns.Length; f++)
        {
            gradient[f] = Math.Exp(log[f]) * LaneMath.Dot(_slopes.AsSpan(0, pairs), data.Distances[f].AsSpan(0, pairs));
        }
    }
}
