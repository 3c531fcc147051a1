namespace Hypermax.Convergence.Population.Landscapes;

/// <summary>A sum of axis-aligned trees: steps and plateaus, as of a random forest.</summary>
internal sealed class TreeSum
{
    private readonly int[][] _features;
    private readonly double[][] _cuts;
    private readonly double[][] _leaves;

    /// <summary>Draws full trees of random depths, each over a few coordinates.</summary>
    public TreeSum(Draws draws, int count, int trees, int deepest)
    {
        _features = new int[trees][];
        _cuts = new double[trees][];
        _leaves = new double[trees][];
        double[] weights = [.. draws.Uniforms(count).Select(v => v * v)];
        for (int t = 0; t < trees; t++)
        {
            int depth = draws.Whole(2, deepest);
            int[] own = [.. Enumerable.Range(0, 3).Select(_ => Weighted(draws, weights))];
            _features[t] = [.. Enumerable.Range(0, (1 << depth) - 1).Select(_ => own[draws.Whole(0, 2)])];
            _cuts[t] = draws.Uniforms(_features[t].Length, 0.05, 0.95);
            _leaves[t] = draws.Normals(1 << depth);
        }
    }

    public double At(double[] place)
    {
        double sum = 0;
        for (int t = 0; t < _leaves.Length; t++)
        {
            int node = 0;
            while (node < _cuts[t].Length)
            {
                node = (2 * node) + (place[_features[t][node]] < _cuts[t][node] ? 1 : 2);
            }

            sum += _leaves[t][node - _cuts[t].Length];
        }

        return sum / Math.Sqrt(_leaves.Length);
    }

    private static int Weighted(Draws draws, double[] weights)
    {
        double rest = draws.Uniform() * weights.Sum();
        int chosen = 0;
        while (chosen < weights.Length - 1 && rest >= weights[chosen])
        {
            rest -= weights[chosen++];
        }

        return chosen;
    }
}
