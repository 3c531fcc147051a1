namespace Hypermax.Sampling.Atpe.GradientTrees;

/// <summary>Makes a tree of its block in a LightGBM text model.</summary>
internal static class LightGbmTree
{
    /// <summary>Reads a tree and checks that it is one.</summary>
    /// <param name="keys">The lines of the tree.</param>
    /// <param name="inputs">The number of inputs of the model.</param>
    /// <exception cref="FormatException">The lines do not make a tree.</exception>
    public static DecisionTree Read(KeyLines keys, int inputs)
    {
        int leafCount = keys.Whole("num_leaves", 1);
        if (keys.Whole("is_linear", 0, absent: 0) != 0)
        {
            throw keys.Fault("is_linear", "the tree has linear functions for leaves, which are not read here; train with linear_tree=false");
        }

        double[] leaves = keys.Numbers("leaf_value", leafCount);
        if (leafCount == 1)
        {
            return new DecisionTree([], [], [], leaves, [1]);
        }

        int[] left = keys.Wholes("left_child", leafCount - 1);
        int[] right = keys.Wholes("right_child", leafCount - 1);
        CheckShape(keys, left, right, leafCount);
        double[] counts = keys.Has("leaf_count") ? keys.Numbers("leaf_count", leafCount) : [.. Enumerable.Repeat(1.0, leafCount)];
        return new DecisionTree(Splits(keys, leafCount - 1, inputs), left, right, leaves, counts);
    }

    private static SplitTest[] Splits(KeyLines keys, int count, int inputs)
    {
        int[] features = keys.Wholes("split_feature", count);
        double[] thresholds = keys.Numbers("threshold", count);
        int[] decisions = keys.Wholes("decision_type", count);
        uint[][] categories = Categories(keys, keys.Whole("num_cat", 0, absent: 0));
        SplitTest[] splits = new SplitTest[count];
        for (int node = 0; node < count; node++)
        {
            if (features[node] < 0 || features[node] >= inputs)
            {
                throw keys.Fault(
                    "split_feature", FormattableString.Invariant($"node {node} asks for input {features[node]}, but the model has inputs 0 to {inputs - 1}"));
            }

            if (decisions[node] is < 0 or > 15 || ((decisions[node] >> 2) & 3) == 3)
            {
                throw keys.Fault("decision_type", FormattableString.Invariant($"node {node} has the decision type {decisions[node]}, which there is not"));
            }

            bool isCategory = (decisions[node] & 1) != 0;
            if (isCategory && !(thresholds[node] >= 0 && thresholds[node] < categories.Length && thresholds[node] == Math.Floor(thresholds[node])))
            {
                throw keys.Fault(
                    "threshold",
                    FormattableString.Invariant($"node {node} asks for the set of categories {thresholds[node]}, but the tree has {categories.Length}"));
            }

            splits[node] = new SplitTest(features[node], thresholds[node], decisions[node], isCategory ? categories[(int)thresholds[node]] : null);
        }

        return splits;
    }

    private static uint[][] Categories(KeyLines keys, int count)
    {
        if (count == 0)
        {
            return [];
        }

        int[] ends = keys.Wholes("cat_boundaries", count + 1);
        if (ends[0] != 0 || Enumerable.Range(0, count).Any(i => ends[i + 1] < ends[i]))
        {
            throw keys.Fault("cat_boundaries", "the bounds of the sets of categories must begin with 0 and rise");
        }

        uint[] words = keys.Words("cat_threshold", ends[^1]);
        return [.. Enumerable.Range(0, count).Select(i => words[ends[i]..ends[i + 1]])];
    }

    // Every node and every leaf is reached from the root on exactly one way.
    private static void CheckShape(KeyLines keys, int[] left, int[] right, int leafCount)
    {
        bool[] seenNodes = new bool[left.Length];
        bool[] seenLeaves = new bool[leafCount];
        Stack<(int Child, string Key)> open = new([(0, "left_child")]);
        int reached = 0;
        while (open.TryPop(out (int Child, string Key) next))
        {
            int index = next.Child >= 0 ? next.Child : ~next.Child;
            bool[] seen = next.Child >= 0 ? seenNodes : seenLeaves;
            if (index >= seen.Length)
            {
                throw keys.Fault(
                    next.Key,
                    FormattableString.Invariant($"a child is {next.Child}, but the tree has nodes 0 to {left.Length - 1} and leaves -1 to {-leafCount}"));
            }

            if (seen[index])
            {
                throw keys.Fault(next.Key, FormattableString.Invariant($"two ways lead to the child {next.Child}, which a tree does not have"));
            }

            seen[index] = true;
            reached++;
            if (next.Child >= 0)
            {
                open.Push((right[index], "right_child"));
                open.Push((left[index], "left_child"));
            }
        }

        if (reached != left.Length + leafCount)
        {
            throw keys.Fault("left_child", FormattableString.Invariant($"only {reached} of {left.Length + leafCount} nodes and leaves hang together"));
        }
    }
}
