using Hypermax.Numerics;

namespace Hypermax.Analysis.Importances;

/// <summary>Grows one regression tree of a random forest (Breiman 2001) on binned trials and keeps its leaves.</summary>
internal sealed class RegressionTree
{
    private const int LeastInLeaf = 3;
    private const int MostDepth = 24;

    private readonly BinnedTrials _trials;
    private readonly SeedStream _stream;
    private readonly int _tried;
    private readonly List<TreeLeaf> _leaves = [];
    private readonly double[] _sums = new double[64];
    private readonly int[] _counts = new int[64];
    private readonly int[] _parameters;

    private RegressionTree(BinnedTrials trials, SeedStream stream)
    {
        _trials = trials;
        _stream = stream;
        _parameters = [.. Enumerable.Range(0, trials.Bins.Length)];
        _tried = Math.Max(1, (int)Math.Ceiling(trials.Bins.Length * 5 / 6.0));
    }

    /// <summary>Grows a tree on a bootstrap sample.</summary>
    /// <returns>Its leaves: boxes that do not overlap and fill the space.</returns>
    public static IReadOnlyList<TreeLeaf> Grow(BinnedTrials trials, SeedStream stream, int mostRows)
    {
        RegressionTree tree = new(trials, stream);
        int[] rows = new int[Math.Min(trials.Losses.Length, mostRows)];
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = stream.NextInt(trials.Losses.Length);
        }

        tree.Grow(rows, new byte[trials.Bins.Length], [.. trials.Widths.Select(widths => (byte)widths.Length)], 0);
        return tree._leaves;
    }

    private void Grow(Span<int> rows, byte[] first, byte[] end, int depth)
    {
        double sum = 0;
        foreach (int row in rows)
        {
            sum += _trials.Losses[row];
        }

        (int parameter, int at) = depth < MostDepth && rows.Length >= 2 * LeastInLeaf ? BestSplit(rows, first, end, sum) : (-1, 0);
        if (parameter < 0)
        {
            _leaves.Add(new TreeLeaf(first, end, sum / rows.Length));
            return;
        }

        int middle = Partition(rows, _trials.Bins[parameter], at);
        byte[] leftEnd = (byte[])end.Clone();
        byte[] rightFirst = (byte[])first.Clone();
        leftEnd[parameter] = (byte)at;
        rightFirst[parameter] = (byte)at;
        Grow(rows[..middle], first, leftEnd, depth + 1);
        Grow(rows[middle..], rightFirst, end, depth + 1);
    }

    /// <summary>Finds the split with the largest gain among some of the parameters, drawn anew for each node.</summary>
    private (int Parameter, int At) BestSplit(ReadOnlySpan<int> rows, byte[] first, byte[] end, double sum)
    {
        _stream.Shuffle<int>(_parameters);
        double best = (sum * sum / rows.Length) + 1e-12 + (1e-9 * Math.Abs(sum * sum / rows.Length));
        (int, int) split = (-1, 0);
        foreach (int parameter in _parameters.AsSpan(0, _tried))
        {
            if (end[parameter] - first[parameter] > 1)
            {
                (double gain, int at) = BestSplit(rows, _trials.Bins[parameter], first[parameter], end[parameter], sum);
                if (gain > best)
                {
                    (best, split) = (gain, (parameter, at));
                }
            }
        }

        return split;
    }

    private (double Gain, int At) BestSplit(ReadOnlySpan<int> rows, byte[] bins, int first, int end, double sum)
    {
        Array.Clear(_sums, first, end - first);
        Array.Clear(_counts, first, end - first);
        foreach (int row in rows)
        {
            _sums[bins[row]] += _trials.Losses[row];
            _counts[bins[row]]++;
        }

        double leftSum = 0;
        int leftCount = 0;
        double best = double.NegativeInfinity;
        int at = 0;
        for (int bin = first; bin < end - 1; bin++)
        {
            leftSum += _sums[bin];
            leftCount += _counts[bin];
            int rightCount = rows.Length - leftCount;
            if (_counts[bin] == 0 || leftCount < LeastInLeaf || rightCount < LeastInLeaf)
            {
                continue;
            }

            double gain = (leftSum * leftSum / leftCount) + ((sum - leftSum) * (sum - leftSum) / rightCount);
            if (gain > best)
            {
                (best, at) = (gain, bin + 1);
            }
        }

        return (best, at);
    }

    private static int Partition(Span<int> rows, byte[] bins, int at)
    {
        int left = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            if (bins[rows[i]] < at)
            {
                (rows[left], rows[i]) = (rows[i], rows[left]);
                left++;
            }
        }

        return left;
    }
}
