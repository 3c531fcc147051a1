using System.Globalization;
using Hypermax.Sampling.Atpe.Published;
using Hypermax.Sampling.Atpe.Statistics;

namespace Hypermax.Tests.Sampling.Atpe.Published;

/// <summary>A folder in the form of the published models, with small trees of our own: each model is one split on one feature.</summary>
internal sealed class SmallModels : IDisposable
{
    public SmallModels()
    {
        Folder = Directory.CreateTempSubdirectory("hypermax-models-").FullName;
        File.WriteAllText(
            Path("scaling_model.json"),
            "{" + string.Join(",", FeatureNames.All.Select(name => $"\"{name}\":{{\"means\":[0.5],\"scales\":[2.0],\"variances\":[4.0]}}")) + "}");
        List<string> inputs = [.. FeatureNames.All];
        for (int i = 0; i < CascadeStep.All.Count; i++)
        {
            CascadeStep step = CascadeStep.All[i];
            File.WriteAllText(Path($"model-{step.Name}.txt"), Model(step, inputs, split: i * 7));
            File.WriteAllText(Path($"model-{step.Name}-configuration.json"), Configuration(step));
            inputs.AddRange(step.Inputs);
        }
    }

    public string Folder { get; }

    public string Path(string file) => System.IO.Path.Combine(Folder, file);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string Model(CascadeStep step, List<string> inputs, int split)
    {
        int classes = Math.Max(1, step.Values.Length);
        double middle = step.IsMode ? 0 : (step.Low + step.High) / 2;
        double half = step.IsMode ? 0.3 : (step.High - step.Low) / 4;
        IEnumerable<string> trees = Enumerable.Range(0, classes).Select(tree => string.Create(CultureInfo.InvariantCulture, $"""
            Tree={tree}
            num_leaves=2
            num_cat=0
            split_feature={split}
            split_gain=1
            threshold={0.1 * tree}
            decision_type=2
            left_child=-1
            right_child=-2
            leaf_value={middle - half} {middle + half}
            leaf_count=30 70
            shrinkage=0.05
            """));
        string objective = step.IsMode ? FormattableString.Invariant($"multiclass num_class:{classes}") : "regression";
        return FormattableString.Invariant($"tree\nversion=v2\nnum_class={classes}\nnum_tree_per_iteration={classes}\nlabel_index=0\n")
            + FormattableString.Invariant($"max_feature_idx={inputs.Count - 1}\nobjective={objective}\nfeature_names={string.Join(' ', inputs)}\n")
            + "feature_infos=\n\n"
            + string.Join("\n\n", trees) + "\n\n\nfeature importances:\n";
    }

    private static string Configuration(CascadeStep step)
    {
        if (!step.IsMode)
        {
            double middle = (step.Low + step.High) / 2;
            return FormattableString.Invariant($$"""{"origStddev":2.0,"origMean":{{middle}},"predStddev":1.0,"predMean":{{middle}}}""");
        }

        string Map(double value) => "{" + string.Join(",", step.Values.Select(name => FormattableString.Invariant($"\"{name}\":{value}"))) + "}";
        return FormattableString.Invariant($$"""{"origStddevs":{{Map(0.2)}},"origMeans":{{Map(1.0 / step.Values.Length)}},"predStddevs":{{Map(0.1)}}""")
            + FormattableString.Invariant($$""","predMeans":{{Map(1.0 / step.Values.Length)}}}""");
    }
}
