namespace Hypermax.MetaTraining.Learning;

/// <summary>A fitted tree in the arrays of LightGBM: a child below 0 is the leaf with its bitwise complement as number.</summary>
internal sealed class FittedTree
{
    public List<int> Inputs { get; } = [];

    public List<double> Thresholds { get; } = [];

    public List<bool> MissingGoesLeft { get; } = [];

    public List<int> Left { get; } = [];

    public List<int> Right { get; } = [];

    public List<double> Leaves { get; } = [];

    public List<int> Counts { get; } = [];

    public double Value(double[] row)
    {
        if (Inputs.Count == 0)
        {
            return Leaves[0];
        }

        int node = 0;
        while (node >= 0)
        {
            double value = row[Inputs[node]];
            bool goesLeft = double.IsNaN(value) ? MissingGoesLeft[node] : value <= Thresholds[node];
            node = goesLeft ? Left[node] : Right[node];
        }

        return Leaves[~node];
    }
}
