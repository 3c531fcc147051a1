namespace RandomForest.Learning;

/// <summary>Many trees that vote (L. Breiman, Random Forests, Machine Learning 45, 2001).</summary>
public sealed class Forest
{
    private readonly Bins _bins;
    private readonly Tree[] _trees;

    private Forest(Bins bins, Tree[] trees) => (_bins, _trees) = (bins, trees);

    /// <summary>Grows a forest on all cores; the same seed gives the same forest on any number of them.</summary>
    /// <param name="train">The cases to learn from.</param>
    /// <param name="parameters">The forest.</param>
    /// <param name="seed">Decides every random draw.</param>
    /// <param name="cancellation">Ends the growing early.</param>
    public static Forest Grow(Table train, ForestParams parameters, int seed, CancellationToken cancellation = default)
    {
        Bins bins = Bins.Learn(train, parameters.Bins);
        byte[][] binned = bins.Apply(train);
        ClassWeights weights = ClassWeights.Of(train.Labels, parameters.BalanceClasses);
        Tree[] trees = new Tree[parameters.Trees];
        Parallel.For(0, trees.Length, new ParallelOptions { CancellationToken = cancellation }, tree =>
            trees[tree] = new TreeGrower(binned, train.Labels, weights, parameters, unchecked((seed * 1_000_003) + tree)).Grow());
        return new Forest(bins, trees);
    }

    /// <summary>Gets the probability of class 1 for each case: the mean over the trees, added up in their order.</summary>
    /// <param name="table">The cases.</param>
    public double[] Predict(Table table)
    {
        byte[][] binned = _bins.Apply(table);
        double[] probabilities = new double[table.Count];
        for (int row = 0; row < probabilities.Length; row++)
        {
            double sum = 0;
            foreach (Tree tree in _trees)
            {
                sum += tree.Predict(binned, row);
            }

            probabilities[row] = sum / _trees.Length;
        }

        return probabilities;
    }

    /// <summary>Gets how many nodes of all trees are visited to judge a case, on average: what prediction costs, without a clock.</summary>
    /// <param name="table">The cases.</param>
    public double MeanVisits(Table table)
    {
        byte[][] binned = _bins.Apply(table);
        return Enumerable.Range(0, table.Count).Average(row => (double)_trees.Sum(tree => tree.Visits(binned, row)));
    }
}
