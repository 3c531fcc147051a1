using Hypermax.Numerics;

namespace Hypermax.MetaTraining.Learning;

/// <summary>Grows one tree leaf by leaf, always where the squared error falls most.</summary>
/// <remarks>Friedman 2001, "Greedy function approximation"; histograms and best-first growth as in LightGBM (Ke et al. 2017).</remarks>
internal sealed class TreeGrower(Bins bins, double[] residuals, SeedStream stream)
{
    private const int MostLeaves = 31;
    private const int FewestRows = 200;
    private const double Shrinkage = 20;
    private const double ColumnShare = 0.7;

    private readonly bool[] _isOpen = [.. bins.Codes.Select(_ => stream.NextDouble() < ColumnShare)];

    private readonly record struct Split(int Input, int Bin, bool MissingGoesLeft, double Gain);

    private sealed record Leaf(int[] Rows, Split Best, int Parent, bool IsLeft);

    /// <summary>Grows.</summary>
    /// <param name="rows">The rows to grow from.</param>
    /// <param name="rate">The factor on the value of each leaf.</param>
    public FittedTree Grow(int[] rows, double rate)
    {
        FittedTree tree = new();
        List<Leaf> leaves = [new(rows, BestOf(rows), -1, false)];
        while (leaves.Count < MostLeaves && leaves.MaxBy(leaf => leaf.Best.Gain) is { Best.Gain: > 1e-9 } leaf)
        {
            leaves.Remove(leaf);
            int node = Add(tree, leaf);
            int[] left = [.. leaf.Rows.Where(row => GoesLeft(row, leaf.Best))];
            int[] right = [.. leaf.Rows.Where(row => !GoesLeft(row, leaf.Best))];
            leaves.Add(new Leaf(left, BestOf(left), node, true));
            leaves.Add(new Leaf(right, BestOf(right), node, false));
        }

        foreach (Leaf leaf in leaves)
        {
            Hang(tree, leaf, ~tree.Leaves.Count);
            tree.Leaves.Add(rate * leaf.Rows.Sum(row => residuals[row]) / (leaf.Rows.Length + Shrinkage));
            tree.Counts.Add(leaf.Rows.Length);
        }

        return tree;
    }

    private int Add(FittedTree tree, Leaf leaf)
    {
        int node = tree.Inputs.Count;
        Hang(tree, leaf, node);
        tree.Inputs.Add(leaf.Best.Input);
        tree.Thresholds.Add(bins.Edges[leaf.Best.Input][leaf.Best.Bin]);
        tree.MissingGoesLeft.Add(leaf.Best.MissingGoesLeft);
        tree.Left.Add(0);
        tree.Right.Add(0);
        return node;
    }

    private static void Hang(FittedTree tree, Leaf leaf, int child)
    {
        if (leaf.Parent >= 0)
        {
            (leaf.IsLeft ? tree.Left : tree.Right)[leaf.Parent] = child;
        }
    }

    private bool GoesLeft(int row, Split split) => bins.Codes[split.Input][row] is var code && code == Bins.Missing ? split.MissingGoesLeft : code <= split.Bin;

    private Split BestOf(int[] rows)
    {
        Split best = default;
        if (rows.Length < 2 * FewestRows)
        {
            return best;
        }

        double total = rows.Sum(row => residuals[row]);
        double[] sums = new double[256];
        int[] counts = new int[256];
        for (int f = 0; f < bins.Codes.Length; f++)
        {
            if (!_isOpen[f] || bins.Edges[f].Length == 0)
            {
                continue;
            }

            Array.Clear(sums);
            Array.Clear(counts);
            foreach (int row in rows)
            {
                byte code = bins.Codes[f][row];
                sums[code] += residuals[row];
                counts[code]++;
            }

            best = BestOf(f, sums, counts, total, rows.Length, best);
        }

        return best;
    }

    private Split BestOf(int input, double[] sums, int[] counts, double total, int rows, Split best)
    {
        foreach (bool missingLeft in counts[Bins.Missing] > 0 ? (bool[])[false, true] : [false])
        {
            double sum = missingLeft ? sums[Bins.Missing] : 0;
            int count = missingLeft ? counts[Bins.Missing] : 0;
            for (int bin = 0; bin < bins.Edges[input].Length; bin++)
            {
                sum += sums[bin];
                count += counts[bin];
                if (count >= FewestRows && rows - count >= FewestRows)
                {
                    double gain = Score(sum, count) + Score(total - sum, rows - count) - Score(total, rows);
                    best = gain > best.Gain ? new Split(input, bin, missingLeft, gain) : best;
                }
            }
        }

        return best;
    }

    private static double Score(double sum, int count) => sum * sum / (count + Shrinkage);
}
