using Hypermax.Analysis.Importances;
using Hypermax.Numerics;
using Hypermax.Reports;

namespace Hypermax.Analysis.Surrogates;

/// <summary>A random forest (Breiman 2001): the mean of what the leaves of its trees say.</summary>
/// <remarks>The trees are those of the importances, on all trials. A point costs about 0.1 ms with 5,000 trials.</remarks>
internal sealed class ForestSurrogate : ISurrogate
{
    private const int TreeCount = 48;

    private readonly BinnedTrials _trials;
    private readonly IReadOnlyList<TreeLeaf>[] _trees;

    /// <summary>Grows the forest.</summary>
    /// <param name="data">The study, with at least one complete trial.</param>
    public ForestSurrogate(StudyData data)
    {
        _trials = new BinnedTrials(data);
        _trees = new IReadOnlyList<TreeLeaf>[TreeCount];
        Parallel.For(
            0, TreeCount, tree => _trees[tree] = RegressionTree.Grow(_trials, new SeedStream(data.Header.Seed, tree, "surrogate/tree"), data.Complete.Count));
    }

    /// <inheritdoc />
    public double LossOf(ReadOnlySpan<double> point)
    {
        byte[] bins = new byte[point.Length];
        for (int i = 0; i < bins.Length; i++)
        {
            // What is inactive stands in the middle; trials without it are spread over all bins.
            bins[i] = double.IsNaN(point[i]) ? _trials.BinAt(i, 0.5) : _trials.BinOf(i, point[i]);
        }

        double sum = 0;
        foreach (IReadOnlyList<TreeLeaf> leaves in _trees)
        {
            sum += LeafOf(leaves, bins).Mean;
        }

        return sum / TreeCount;
    }

    private static TreeLeaf LeafOf(IReadOnlyList<TreeLeaf> leaves, byte[] bins)
    {
        for (int i = 0; i < leaves.Count; i++)
        {
            if (leaves[i].Holds(bins))
            {
                return leaves[i];
            }
        }

        throw new InvalidOperationException("The leaves of a tree fill the space, but none holds this point.");
    }
}
