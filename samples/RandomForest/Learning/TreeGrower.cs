namespace RandomForest.Learning;

/// <summary>Grows one tree from its own random draws.</summary>
public sealed class TreeGrower(byte[][] bins, byte[] labels, ClassWeights weights, ForestParams parameters, int seed)
{
    private readonly Random _random = new(seed);
    private readonly SplitFinder _finder = new(bins, labels, weights, parameters);
    private readonly int[] _features = [.. Enumerable.Range(0, bins.Length)];
    private readonly int _tried = Math.Max(1, (int)Math.Round(parameters.FeatureFraction * bins.Length));
    private readonly Tree _tree = new();

    /// <summary>Draws the cases and grows the tree.</summary>
    public Tree Grow()
    {
        int[] rows = Draw();
        Grow(rows, AddLeaf(rows), depth: 0);
        return _tree;
    }

    private int[] Draw()
    {
        int[] all = [.. Enumerable.Range(0, labels.Length)];
        switch (parameters.Resampling)
        {
            case Resampling.Bootstrap bootstrap:
                return [.. all.Take(Part(bootstrap.Fraction)).Select(_ => _random.Next(labels.Length))];
            case Resampling.Subsample subsample:
                _random.Shuffle(all);
                return all[..Part(subsample.Fraction)];
            default:
                return all;
        }
    }

    private int Part(double fraction) => Math.Max(2, (int)Math.Round(fraction * labels.Length));

    private void Grow(Span<int> rows, int node, int depth)
    {
        if (depth >= parameters.MaxDepth || rows.Length < 2 * parameters.MinLeaf)
        {
            return;
        }

        Split split = _finder.Best(rows, ChooseFeatures());
        if (split.Gain <= 0)
        {
            return;
        }

        int border = Partition(rows, split);
        int left = AddLeaf(rows[..border]);
        int right = AddLeaf(rows[border..]);
        _tree.Branch(node, split, left);
        Grow(rows[..border], left, depth + 1);
        Grow(rows[border..], right, depth + 1);
    }

    // The first steps of a Fisher-Yates shuffle: the tried features end up in front.
    private ReadOnlySpan<int> ChooseFeatures()
    {
        for (int i = 0; i < _tried; i++)
        {
            int other = _random.Next(i, _features.Length);
            (_features[i], _features[other]) = (_features[other], _features[i]);
        }

        return _features.AsSpan(0, _tried);
    }

    private int Partition(Span<int> rows, Split split)
    {
        byte[] column = bins[split.Feature];
        int border = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            if (column[rows[i]] <= split.Bin)
            {
                (rows[border], rows[i]) = (rows[i], rows[border]);
                border++;
            }
        }

        return border;
    }

    private int AddLeaf(ReadOnlySpan<int> rows)
    {
        int ones = 0;
        foreach (int row in rows)
        {
            ones += labels[row];
        }

        double one = (ones * weights.One) + parameters.Smoothing;
        double zero = ((rows.Length - ones) * weights.Zero) + parameters.Smoothing;
        return _tree.AddLeaf(one / (one + zero));
    }
}
