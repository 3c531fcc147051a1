namespace Hypermax.Sampling.Atpe.GradientTrees;

/// <summary>Reads boosted trees from LightGBM's text format, versions 2 to 4.</summary>
/// <remarks>Numbers and categories with every way of missing; no linear leaves. Unknown keys are ignored.</remarks>
internal static class LightGbmReader
{
    private const string TreeStart = "Tree=";

    private static readonly string[] Footers =
    [
        "end of trees", "feature importances:", "feature_importances:", "parameters:", "parser:", "pandas_categorical:",
    ];

    /// <summary>Reads a model.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="file">What the text is called in a message.</param>
    /// <exception cref="FormatException">The text is no such model; the message names the file, the line and what is wrong.</exception>
    public static TreeEnsemble Read(TextReader reader, string file)
    {
        ModelLines lines = new(reader, file);
        lines.Next();
        if (lines.Current != "tree")
        {
            throw lines.Fault(lines.Number, "the first line must be 'tree'");
        }

        KeyLines head = KeyLines.Read(lines, "the head", line => line.StartsWith(TreeStart, StringComparison.Ordinal) || IsFooter(line));
        if (head.Text("version") is not ("v2" or "v3" or "v4"))
        {
            throw head.Fault("version", $"the version is '{head.Text("version")}'; v2, v3 and v4 can be read");
        }

        int classes = head.Whole("num_class", 1);
        int perRound = head.Whole("num_tree_per_iteration", 1, absent: classes);
        string[] inputs = Inputs(head);
        DecisionTree[] trees = Trees(lines, inputs.Length);
        CheckCount(head, lines, trees.Length, perRound);
        return new TreeEnsemble(inputs, perRound, EnsembleOutput.Parse(head.Text("objective") ?? string.Empty), head.Has("average_output"), trees);
    }

    private static string[] Inputs(KeyLines head)
    {
        int count = head.Whole("max_feature_idx", 0) + 1;
        string[] names = (head.Text("feature_names") ?? throw head.Fault("feature_names", "the head has no line 'feature_names='")).Split(
            ' ', StringSplitOptions.RemoveEmptyEntries);
        return names.Length == count ? names
            : throw head.Fault("feature_names", FormattableString.Invariant($"'feature_names' has {names.Length} names, but 'max_feature_idx' says {count}"));
    }

    private static DecisionTree[] Trees(ModelLines lines, int inputs)
    {
        List<DecisionTree> trees = [];
        while (lines.Current.StartsWith(TreeStart, StringComparison.Ordinal))
        {
            if (lines.Current[TreeStart.Length..] != trees.Count.ToString(System.Globalization.CultureInfo.InvariantCulture))
            {
                throw lines.Fault(lines.Number, FormattableString.Invariant($"'{lines.Current}' stands where tree {trees.Count} must begin"));
            }

            string block = FormattableString.Invariant($"tree {trees.Count}");
            trees.Add(LightGbmTree.Read(KeyLines.Read(lines, block, line => line.Length == 0 || IsFooter(line)), inputs));
            while (!lines.IsEnd && lines.Current.Length == 0)
            {
                lines.Next();
            }
        }

        return [.. trees];
    }

    // Files of version 2 end without a mark; the sizes in the head tell how many trees there were.
    private static void CheckCount(KeyLines head, ModelLines lines, int trees, int perRound)
    {
        int? told = head.Text("tree_sizes")?.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        if (!lines.IsEnd && !IsFooter(lines.Current))
        {
            throw lines.Fault(
                lines.Number, $"'{(lines.Current.Length <= 40 ? lines.Current : lines.Current[..40] + "…")}' stands where a tree or the end must be");
        }

        if (trees == 0 || trees % perRound != 0 || (told is int count && count != trees))
        {
            throw lines.Fault(
                lines.Number,
                FormattableString.Invariant($"the file ends after {trees} trees, but {(told is int all && all > 0 ? all : perRound)} ")
                + FormattableString.Invariant($"{(told > 0 ? "are announced" : "make one round")}"));
        }
    }

    private static bool IsFooter(string line) => Array.Exists(Footers, footer => line.StartsWith(footer, StringComparison.Ordinal));
}
