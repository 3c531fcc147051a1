namespace Hypermax.Sampling.GaussianProcess;

/// <summary>Makes losses fit for a Gaussian process: cuts the upper tail and standardises.</summary>
/// <remarks>
/// Losses above the median by more than five times its distance from the best are set to that limit: how bad a bad trial is
/// says little about where the minimum lies, and one astronomical loss would flatten all others. A failed trial without a
/// penalty has the limit here; what the model is told of it is decided in FailedTrials. Bending the upper half logarithmically instead, or all losses as
/// log(y − best + c), did not measure better (docs/algorithms/gp.md).
/// </remarks>
internal sealed class OutputTransform
{
    private const double Reach = 5;
    private readonly double _mean;
    private readonly double _deviation;

    private OutputTransform(double[] values, double cap, double median)
    {
        Values = values;
        double[] told = [.. values.Where(value => !double.IsNaN(value))];
        _mean = Average(told, 0, 1);
        _deviation = Math.Sqrt(Average(told, _mean, 2));
        _deviation = _deviation > 0 && double.IsFinite(_deviation) ? _deviation : 1;
        Limit = (cap - _mean) / _deviation;
        Median = (median - _mean) / _deviation;
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = double.IsNaN(values[i]) ? Limit : (values[i] - _mean) / _deviation;
        }
    }

    /// <summary>Gets the largest transformed value a loss can have.</summary>
    public double Limit { get; }

    /// <summary>Gets the transformed median.</summary>
    public double Median { get; }

    /// <summary>Gets the transformed losses: mean 0 and variance 1 without failed trials, or all 0 when they are equal; the limit for a failed trial.</summary>
    public double[] Values { get; }

    /// <summary>Transforms the losses of the first rows.</summary>
    public static OutputTransform Of(ReadOnlySpan<double> losses)
    {
        double[] sorted = Finite(losses);
        Array.Sort(sorted);
        double[] values = new double[losses.Length];
        if (sorted.Length == 0)
        {
            return new OutputTransform(values, 0, 0);
        }

        double best = sorted[0];
        double median = sorted[sorted.Length / 2];
        double cap = Math.Min(sorted[^1], median > best ? median + (Reach * (median - best)) : double.MaxValue);

        // Losses so large or small that their squares leave the range of doubles are divided first.
        double largest = Math.Max(Math.Abs(best), Math.Abs(cap));
        double unit = largest is > 1e100 or (> 0 and < 1e-100) ? largest : 1;
        for (int i = 0; i < losses.Length; i++)
        {
            values[i] = double.IsFinite(losses[i]) ? Math.Min(losses[i], cap) / unit : double.NaN;
        }

        return new OutputTransform(values, cap / unit, median / unit) { Unit = unit };
    }

    /// <summary>Transforms by how much the first rows break a constraint, so that what lies near the bound counts most and the bound keeps its place.</summary>
    /// <remarks>sign(v)·log(1 + |v|/s) with the median s of |v| (after Eriksson and Poloczek 2021, "Scalable constrained Bayesian optimization").</remarks>
    public static OutputTransform OfViolations(ReadOnlySpan<double> violations)
    {
        double[] sizes = [.. Finite(violations).Select(Math.Abs).Where(size => size > 0).Order()];
        double unit = sizes.Length == 0 ? 1 : sizes[sizes.Length / 2];
        double[] values = new double[violations.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = Math.Sign(Known(violations[i])) * Math.Log(1 + (Math.Abs(Known(violations[i])) / unit));
            values[i] = double.IsFinite(violations[i]) ? values[i] : double.NaN;
        }

        double[] sorted = [.. Finite(values).Order()];
        return sorted.Length == 0 ? new OutputTransform(values, 0, 0) : new OutputTransform(values, sorted[^1], sorted[sorted.Length / 2]);
    }

    /// <summary>Gets the transformed value of a loss of 0.</summary>
    public double Zero => -_mean / _deviation;

    /// <summary>Gets the loss that a transformed value stands for.</summary>
    public double ToLoss(double value) => ((value * _deviation) + _mean) * Unit;

    /// <summary>Gets a standard deviation in units of the loss.</summary>
    public double ToSpread(double deviation) => deviation * _deviation * Unit;

    private double Unit { get; init; } = 1;

    private static double Average(double[] values, double centre, int power)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += power == 1 ? value - centre : (value - centre) * (value - centre);
        }

        return values.Length == 0 ? 0 : sum / values.Length;
    }

    private static double Known(double value) => double.IsFinite(value) ? value : 0;

    private static double[] Finite(ReadOnlySpan<double> losses)
    {
        List<double> finite = new(losses.Length);
        foreach (double loss in losses)
        {
            if (double.IsFinite(loss))
            {
                finite.Add(loss);
            }
        }

        return [.. finite];
    }
}
