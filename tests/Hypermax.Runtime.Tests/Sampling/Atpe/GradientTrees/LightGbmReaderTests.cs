using Hypermax.Sampling.Atpe.GradientTrees;

namespace Hypermax.Tests.Sampling.Atpe.GradientTrees;

public sealed class LightGbmReaderTests
{
    private const string Head = "tree\nversion=v4\nnum_class=1\nnum_tree_per_iteration=1\nlabel_index=0\nmax_feature_idx=1\nobjective=regression\n"
        + "feature_names=a b%\nfeature_infos=[0:1] none\ntree_sizes=100\n\n";

    // a ≤ 0.5 → 1; else b ≤ 2 → 10, else 100. Rows: 2, 1, 1.
    private const string Tree = "Tree=0\nnum_leaves=3\nnum_cat=0\nsplit_feature=0 1\nsplit_gain=1 1\nthreshold=0.5 2\ndecision_type=2 2\nleft_child=-1 "
        + "-2\nright_child=1 -3\nleaf_value=1 10 100\nleaf_count=2 1 1\nshrinkage=1\n\n";

    private const string Foot = "\nend of trees\n\nfeature_importances:\na=1\n";

    [Theory]
    [InlineData(0.5, 9, 1)]
    [InlineData(0.6, 2, 10)]
    [InlineData(0.6, 2.1, 100)]
    [InlineData(double.NaN, 5, 1)]
    public void Predict_NumericSplits_LeafValue(double a, double b, double expected) => Assert.Equal(expected, Predict(Head + Tree + Foot, a, b));

    [Fact]
    public void Predict_OldFileWithoutEnd_AndCarriageReturns_Read() =>
        Assert.Equal(10, Predict((Head + Tree).Replace("v4", "v2", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal), 1, 1));

    // 2: none; 10 and 8: NaN left and right; 6 and 4: zero left and right.
    [Theory]
    [InlineData(10, double.NaN, 1)]
    [InlineData(8, double.NaN, 10)]
    [InlineData(2, double.NaN, 1)]
    [InlineData(6, double.NaN, 1)]
    [InlineData(4, double.NaN, 10)]
    [InlineData(4, 1e-36, 10)]
    [InlineData(4, 1e-34, 1)]
    [InlineData(6, 7, 10)]
    [InlineData(8, 0, 1)]
    public void Predict_MissingValues_TheirOwnWay(int decision, double a, double expected) =>
        Assert.Equal(expected, Predict(Head + Tree.Replace("decision_type=2", $"decision_type={decision}", StringComparison.Ordinal) + Foot, a, 1));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(33, 1)]
    [InlineData(33.9, 1)]
    [InlineData(0, 10)]
    [InlineData(64, 10)]
    [InlineData(1e12, 10)]
    [InlineData(-1, 10)]
    [InlineData(double.NaN, 10)]
    public void Predict_Categories_BySet(double a, double expected)
    {
        string tree = Tree.Replace("num_cat=0", "num_cat=2\ncat_boundaries=0 1 3\ncat_threshold=4294967295 2 2", StringComparison.Ordinal)
            .Replace("threshold=0.5 2", "threshold=1 2", StringComparison.Ordinal).Replace("decision_type=2", "decision_type=1", StringComparison.Ordinal);

        Assert.Equal(expected, Predict(Head + tree + Foot, a, 1));
    }

    [Fact]
    public void Explain_Inputs_MeansAlongTheWay()
    {
        TreeEnsemble trees = LightGbmReader.Read(new StringReader(Head + Tree + Foot), "m");
        double[] parts = new double[2];

        double mean = trees.Explain([1, 3], 0, parts);

        Assert.Equal(28, mean);
        Assert.Equal([55 - 28, 100 - 55], parts);
    }

    [Fact]
    public void Predict_Classes_SoftMaxOfTheirTrees()
    {
        string head = Head.Replace("num_class=1", "num_class=2", StringComparison.Ordinal).Replace(
            "num_tree_per_iteration=1", "num_tree_per_iteration=2", StringComparison.Ordinal)
            .Replace("objective=regression", "objective=multiclass num_class:2", StringComparison.Ordinal).Replace(
                "tree_sizes=100", "tree_sizes=1 1", StringComparison.Ordinal);
        string stump = "Tree=1\nnum_leaves=1\nnum_cat=0\nleaf_value=0\nshrinkage=1\n\n";
        double[] outputs = new double[2];

        LightGbmReader.Read(new StringReader(head + Tree + stump + Foot), "m").Predict([0, 0], outputs);

        Assert.Equal(1 / (1 + Math.Exp(-1)), outputs[0], 12);
        Assert.Equal(1, outputs.Sum(), 12);
    }

    [Theory]
    [InlineData("regression sqrt", 100)]
    [InlineData("binary sigmoid:0.1", 0.7310585786300049)]
    [InlineData("poisson", 22026.465794806718)]
    [InlineData("cross_entropy", 0.9999546021312976)]
    [InlineData("cross_entropy_lambda", 10.000045398899218)]
    [InlineData("something", 10)]
    public void Predict_Objectives_TheirOutput(string objective, double expected) =>
        Assert.Equal(expected, Predict((Head + Tree + Foot).Replace("objective=regression", $"objective={objective}", StringComparison.Ordinal), 1, 1), 9);

    [Fact]
    public void Predict_AverageOutput_MeanOfTheTrees() => Assert.Equal(10, Predict(
        Head.Replace("label_index=0", "average_output", StringComparison.Ordinal).Replace("tree_sizes=100", "tree_sizes=1 1", StringComparison.Ordinal)
            + Tree
            + Tree.Replace("Tree=0", "Tree=1", StringComparison.Ordinal)
            + Foot, 1, 1));

    [Theory]
    [InlineData("tree\n", "forest\n", "line 1: the first line must be 'tree'")]
    [InlineData("version=v4", "version=v9", "line 2: the version is 'v9'; v2, v3 and v4 can be read")]
    [InlineData("max_feature_idx=1", "max_feature_idx=two", "line 6: 'max_feature_idx' is 'two' but must be a whole number of at least 0")]
    [InlineData("feature_names=a b%", "feature_names=a", "line 8: 'feature_names' has 1 names, but 'max_feature_idx' says 2")]
    [InlineData("Tree=0", "Tree=7", "line 12: 'Tree=7' stands where tree 0 must begin")]
    [InlineData("leaf_value=1 10 100", "leaf_value=1 10", "line 21: 'leaf_value' of tree 0 has 2 values but must have 3")]
    [InlineData("leaf_value=1 10 100", "leaf_value=1 ten 100", "line 21: 'leaf_value' of tree 0 has the value 'ten', which is not a number")]
    [InlineData("threshold=0.5 2\n", "", "line 12: tree 0 has no line 'threshold='")]
    [InlineData("split_feature=0 1", "split_feature=0 2", "line 15: node 1 asks for input 2, but the model has inputs 0 to 1")]
    [InlineData("decision_type=2 2", "decision_type=2 1", "line 17: node 1 asks for the set of categories 2, but the tree has 0")]
    [InlineData("decision_type=2 2", "decision_type=2 99", "line 18: node 1 has the decision type 99, which there is not")]
    [InlineData("left_child=-1 -2", "left_child=-1 -9", "line 19: a child is -9, but the tree has nodes 0 to 1 and leaves -1 to -3")]
    [InlineData("left_child=-1 -2", "left_child=-1 1", "line 19: two ways lead to the child 1, which a tree does not have")]
    [InlineData("right_child=1 -3", "right_child=-2 -3", "line 19: only 3 of 5 nodes and leaves hang together")]
    [InlineData("num_leaves=3", "num_leaves=3\nis_linear=1", "line 14: the tree has linear functions for leaves, which are not read here")]
    [InlineData("tree_sizes=100", "tree_sizes=100 100", "line 26: the file ends after 1 trees, but 2 are announced")]
    [InlineData("end of trees", "rubbish", "line 26: 'rubbish' stands where a tree or the end must be")]
    public void Read_BrokenModel_NamesFileLineAndFault(string text, string broken, string message)
    {
        FormatException error = Assert.Throws<FormatException>(
            () => LightGbmReader.Read(new StringReader((Head + Tree + Foot).Replace(text, broken, StringComparison.Ordinal)), "m.txt"));

        Assert.StartsWith("'m.txt', " + message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DeepTree_Explained()
    {
        const int leaves = 50_000;
        string List(Func<int, string> item, int count) => string.Join(' ', Enumerable.Range(0, count).Select(item));
        string tree = FormattableString.Invariant($"Tree=0\nnum_leaves={leaves}\nsplit_feature={List(_ => "0", leaves - 1)}\n")
            + FormattableString.Invariant($"threshold={List(i => FormattableString.Invariant($"{i}"), leaves - 1)}\n")
            + FormattableString.Invariant($"decision_type={List(_ => "2", leaves - 1)}\n")
            + $"left_child={List(i => FormattableString.Invariant($"{~i}"), leaves - 1)}\n"
            + $"right_child={List(i => FormattableString.Invariant($"{(i == leaves - 2 ? -leaves : i + 1)}"), leaves - 1)}\n"
            + $"leaf_value={List(i => FormattableString.Invariant($"{i}"), leaves)}\n";
        double[] parts = new double[2];

        double mean = LightGbmReader.Read(new StringReader(Head + tree), "m").Explain([leaves, 0], 0, parts);

        Assert.Equal(leaves - 1, mean + parts[0], 6);
    }

    [Fact]
    public void Read_FileCutAnywhere_FaultOrTheWholeTree()
    {
        string text = Head + Tree;
        for (int length = 0; length < text.LastIndexOf("leaf_value", StringComparison.Ordinal) + 10; length++)
        {
            Assert.Throws<FormatException>(() => LightGbmReader.Read(new StringReader(text[..length]), "m"));
        }
    }

    private static double Predict(string text, double a, double b)
    {
        double[] output = new double[1];
        LightGbmReader.Read(new StringReader(text), "m").Predict([a, b], output);
        return output[0];
    }
}
