namespace Hypermax.Sampling.Atpe.GradientTrees;

/// <summary>One tree of a boosted ensemble: sends inputs to a leaf, and says which inputs moved the value on the way.</summary>
/// <remarks>Immutable and safe to share between threads. Nodes from 0 on; a child below 0 is the leaf with its bitwise complement as number.</remarks>
internal sealed class DecisionTree
{
    private readonly SplitTest[] _splits;
    private readonly int[] _left;
    private readonly int[] _right;
    private readonly double[] _leaves;
    private readonly double[] _means;

    /// <summary>Creates a tree whose parts have been checked.</summary>
    /// <param name="splits">The question of each node; none for a tree of one leaf.</param>
    /// <param name="left">Where the answer yes leads.</param>
    /// <param name="right">Where the answer no leads.</param>
    /// <param name="leaves">The value of each leaf.</param>
    /// <param name="counts">How many rows of the training data each leaf held.</param>
    public DecisionTree(SplitTest[] splits, int[] left, int[] right, double[] leaves, double[] counts)
    {
        (_splits, _left, _right, _leaves) = (splits, left, right, leaves);
        _means = new double[splits.Length];
        if (splits.Length > 0)
        {
            FillMeans(counts);
        }
    }

    /// <summary>Gets the value for some inputs.</summary>
    public double Value(ReadOnlySpan<double> inputs)
    {
        if (_splits.Length == 0)
        {
            return _leaves[0];
        }

        int node = 0;
        while (node >= 0)
        {
            node = Next(node, inputs);
        }

        return _leaves[~node];
    }

    /// <summary>Adds to each input what its splits changed: the mean of the training data below a split against that above it (Saabas 2014).</summary>
    /// <returns>The mean of the whole tree; with what was added it makes the value.</returns>
    public double Explain(ReadOnlySpan<double> inputs, Span<double> contributions)
    {
        if (_splits.Length == 0)
        {
            return _leaves[0];
        }

        int node = 0;
        while (node >= 0)
        {
            int next = Next(node, inputs);
            contributions[_splits[node].Input] += (next >= 0 ? _means[next] : _leaves[~next]) - _means[node];
            node = next;
        }

        return _means[0];
    }

    private int Next(int node, ReadOnlySpan<double> inputs) => _splits[node].GoesLeft(inputs) ? _left[node] : _right[node];

    // Children before parents, without recursion: a tree may be as deep as it has leaves.
    private void FillMeans(double[] counts)
    {
        List<int> order = [0];
        for (int i = 0; i < order.Count; i++)
        {
            order.AddRange(new[] { _left[order[i]], _right[order[i]] }.Where(child => child >= 0));
        }

        double[] weights = new double[_splits.Length];
        for (int i = order.Count - 1; i >= 0; i--)
        {
            int node = order[i];
            double sum = 0;
            foreach (int child in (ReadOnlySpan<int>)[_left[node], _right[node]])
            {
                double weight = child >= 0 ? weights[child] : counts[~child];
                weights[node] += weight;
                sum += weight * (child >= 0 ? _means[child] : _leaves[~child]);
            }

            _means[node] = weights[node] > 0 ? sum / weights[node] : 0;
        }
    }
}
