using Hypermax.Trials;

namespace Hypermax.Sampling.Atpe.Statistics;

/// <summary>How much the loss depends on one parameter, by ranks: Spearman's coefficient for numbers, the correlation ratio for choices.</summary>
/// <remarks>From 0 to 1; 0 where it is not defined. Ties share their average rank. Scratch space is kept; not safe to share between threads.</remarks>
internal sealed class RankCorrelation(RankedTrials trials)
{
    private double[] _lossRanks = [];
    private double[] _sums = [];
    private int[] _counts = [];
    private int _count;
    private double _lossSquares;

    /// <summary>Computes it over some valid trials.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="byLoss">The rows of the trials, best first.</param>
    /// <param name="isIn">Tells for each row of the history whether it is one of them.</param>
    public double Of(int parameter, ReadOnlySpan<int> byLoss, ReadOnlySpan<bool> isIn)
    {
        RankLosses(parameter, byLoss);
        if (_count < 2)
        {
            return 0;
        }

        return trials.Geometry.Dimensions[parameter].IsCategorical ? Ratio(parameter, byLoss) : Spearman(parameter, isIn);
    }

    // The ranks are among the trials that have the parameter.
    private void RankLosses(int parameter, ReadOnlySpan<int> byLoss)
    {
        TrialHistory history = trials.History;
        if (_lossRanks.Length < history.Count)
        {
            _lossRanks = new double[Math.Max(64, history.Count * 2)];
        }

        ReadOnlySpan<double> values = history.Column(parameter);
        ReadOnlySpan<double> losses = history.Losses;
        (_count, _lossSquares) = (0, 0);
        int start = 0;
        while (start < byLoss.Length)
        {
            int end = start;
            int tied = 0;
            for (; end < byLoss.Length && losses[byLoss[end]] == losses[byLoss[start]]; end++)
            {
                tied += double.IsNaN(values[byLoss[end]]) ? 0 : 1;
            }

            double rank = _count + ((tied + 1) / 2.0);
            for (int i = start; i < end; i++)
            {
                _lossRanks[byLoss[i]] = rank;
            }

            _lossSquares += tied * rank * rank;
            _count += tied;
            start = end;
        }

        double mean = (_count + 1) / 2.0;
        _lossSquares -= _count * mean * mean;
    }

    private double Spearman(int parameter, ReadOnlySpan<bool> isIn)
    {
        ReadOnlySpan<int> byValue = trials.ByValue(parameter);
        ReadOnlySpan<double> values = trials.History.Column(parameter);
        double mean = (_count + 1) / 2.0;
        (double products, double squares) = (0, 0);
        (int before, int tied, double tiedLosses, double value) = (0, 0, 0, double.NaN);
        foreach (int row in byValue)
        {
            if (!isIn[row])
            {
                continue;
            }

            if (values[row] != value)
            {
                Close();
                value = values[row];
            }

            tied++;
            tiedLosses += _lossRanks[row] - mean;
        }

        Close();
        double correlation = Math.Abs(products) / Math.Sqrt(squares * _lossSquares);
        return double.IsFinite(correlation) ? Math.Min(1, correlation) : 0;

        void Close()
        {
            double rank = before + ((tied + 1) / 2.0) - mean;
            products += rank * tiedLosses;
            squares += tied * rank * rank;
            (before, tied, tiedLosses) = (before + tied, 0, 0);
        }
    }

    // Kelley's ε² instead of η²: many choices with few trials each must not look like dependence.
    private double Ratio(int parameter, ReadOnlySpan<int> byLoss)
    {
        int choices = trials.Geometry.Dimensions[parameter].LevelCount;
        if (_sums.Length < choices)
        {
            (_sums, _counts) = (new double[choices], new int[choices]);
        }

        Array.Clear(_sums);
        Array.Clear(_counts);
        ReadOnlySpan<double> values = trials.History.Column(parameter);
        double mean = (_count + 1) / 2.0;
        foreach (int row in byLoss)
        {
            if (!double.IsNaN(values[row]))
            {
                _sums[(int)values[row]] += _lossRanks[row] - mean;
                _counts[(int)values[row]]++;
            }
        }

        (double between, int seen) = (0, 0);
        for (int choice = 0; choice < choices; choice++)
        {
            if (_counts[choice] > 0)
            {
                between += _sums[choice] * _sums[choice] / _counts[choice];
                seen++;
            }
        }

        double share = 1 - ((1 - (between / _lossSquares)) * (_count - 1) / (_count - seen));
        return seen > 1 && seen < _count && share > 0 ? Math.Sqrt(Math.Min(1, share)) : 0;
    }
}
