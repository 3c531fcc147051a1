using System.Globalization;

namespace Hypermax.MetaTraining.Learning;

/// <summary>Writes trees in LightGBM's text format, version 4.</summary>
internal static class LightGbmWriter
{
    // Bits of decision_type: 8 for NaN is missing, 2 for missing goes left.
    private const int NanIsMissing = 8;
    private const int MissingLeft = 2;

    public static void Write(TextWriter writer, IReadOnlyList<string> inputs, IReadOnlyList<FittedTree> trees)
    {
        writer.Write("tree\nversion=v4\nnum_class=1\nnum_tree_per_iteration=1\nlabel_index=0\n");
        writer.Write($"max_feature_idx={inputs.Count - 1}\nobjective=regression\nfeature_names={string.Join(' ', inputs)}\n\n");
        for (int i = 0; i < trees.Count; i++)
        {
            FittedTree tree = trees[i];
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"Tree={i}\nnum_leaves={tree.Leaves.Count}\nnum_cat=0\n"));
            if (tree.Inputs.Count > 0)
            {
                writer.Write($"split_feature={string.Join(' ', tree.Inputs)}\n");
                writer.Write($"threshold={Join(tree.Thresholds, "R")}\n");
                writer.Write($"decision_type={string.Join(' ', tree.MissingGoesLeft.Select(left => NanIsMissing + (left ? MissingLeft : 0)))}\n");
                writer.Write($"left_child={string.Join(' ', tree.Left)}\nright_child={string.Join(' ', tree.Right)}\n");
            }

            writer.Write($"leaf_value={Join(tree.Leaves, "G7")}\nleaf_count={string.Join(' ', tree.Counts)}\n\n");
        }

        writer.Write("end of trees\n");
    }

    private static string Join(IEnumerable<double> values, string format) =>
        string.Join(' ', values.Select(value => value.ToString(format, CultureInfo.InvariantCulture)));
}
