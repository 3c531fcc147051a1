namespace RandomForest.Learning;

/// <summary>A grown tree: nodes in one list, the children of a node side by side.</summary>
public sealed class Tree
{
    private readonly List<Node> _nodes = [];

    /// <summary>Gets the number of nodes.</summary>
    public int Count => _nodes.Count;

    /// <summary>Adds a leaf.</summary>
    /// <param name="probability">The probability of class 1.</param>
    /// <returns>Its index.</returns>
    public int AddLeaf(double probability)
    {
        _nodes.Add(new Node(0, 0, -1, probability));
        return _nodes.Count - 1;
    }

    /// <summary>Turns a leaf into a question; its children are added next, the left one first.</summary>
    /// <param name="index">The leaf.</param>
    /// <param name="split">The question.</param>
    /// <param name="left">The index of the left child; the right one follows it.</param>
    public void Branch(int index, Split split, int left) =>
        _nodes[index] = _nodes[index] with { Feature = split.Feature, Bin = split.Bin, Left = left };

    /// <summary>Gets the probability that a case is of class 1.</summary>
    /// <param name="bins">Bins[feature][case].</param>
    /// <param name="row">The case.</param>
    public double Predict(byte[][] bins, int row)
    {
        Node node = _nodes[0];
        while (node.Left >= 0)
        {
            node = _nodes[node.Left + (bins[node.Feature][row] <= node.Bin ? 0 : 1)];
        }

        return node.Probability;
    }

    /// <summary>Gets how many nodes are visited to judge a case.</summary>
    /// <param name="bins">Bins[feature][case].</param>
    /// <param name="row">The case.</param>
    public int Visits(byte[][] bins, int row)
    {
        int visits = 1;
        for (Node node = _nodes[0]; node.Left >= 0; visits++)
        {
            node = _nodes[node.Left + (bins[node.Feature][row] <= node.Bin ? 0 : 1)];
        }

        return visits;
    }

    private readonly record struct Node(int Feature, byte Bin, int Left, double Probability);
}
