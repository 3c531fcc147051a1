namespace RandomForest.Learning;

/// <summary>Finds the best question to ask about a group of cases by counting classes per bin.</summary>
/// <remarks>Holds its histogram between calls, so each tree has its own.</remarks>
public sealed class SplitFinder(byte[][] bins, byte[] labels, ClassWeights weights, ForestParams parameters)
{
    private readonly int[] _counts = new int[2 * 256];

    /// <summary>Tries some measurements.</summary>
    /// <param name="rows">The cases.</param>
    /// <param name="features">The measurements to try.</param>
    /// <returns>The best split, with a gain of 0 when none helps.</returns>
    public Split Best(ReadOnlySpan<int> rows, ReadOnlySpan<int> features)
    {
        Split best = default;
        foreach (int feature in features)
        {
            Count(rows, bins[feature]);
            Split split = BestOf(feature, rows.Length);
            best = split.Gain > best.Gain ? split : best;
        }

        return best;
    }

    private void Count(ReadOnlySpan<int> rows, byte[] column)
    {
        Array.Clear(_counts);
        foreach (int row in rows)
        {
            _counts[(2 * column[row]) + labels[row]]++;
        }
    }

    private Split BestOf(int feature, int total)
    {
        (int zeros, int ones) = Totals();
        double whole = Impurity.Of(parameters.Criterion, zeros * weights.Zero, ones * weights.One);
        int leftZeros = 0;
        int leftOnes = 0;
        Split best = default;
        for (int bin = 0; bin < parameters.Bins; bin++)
        {
            int here = _counts[2 * bin] + _counts[(2 * bin) + 1];
            leftZeros += _counts[2 * bin];
            leftOnes += _counts[(2 * bin) + 1];
            int left = leftZeros + leftOnes;
            if (here == 0 || left < parameters.MinLeaf)
            {
                continue;
            }

            if (total - left < parameters.MinLeaf)
            {
                break;
            }

            double gain = whole
                - Impurity.Of(parameters.Criterion, leftZeros * weights.Zero, leftOnes * weights.One)
                - Impurity.Of(parameters.Criterion, (zeros - leftZeros) * weights.Zero, (ones - leftOnes) * weights.One);
            best = gain > best.Gain + 1e-12 ? new Split(feature, (byte)bin, gain) : best;
        }

        return best;
    }

    private (int Zeros, int Ones) Totals()
    {
        int zeros = 0;
        int ones = 0;
        for (int bin = 0; bin < parameters.Bins; bin++)
        {
            zeros += _counts[2 * bin];
            ones += _counts[(2 * bin) + 1];
        }

        return (zeros, ones);
    }
}
