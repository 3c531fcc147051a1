using Hypermax.Sampling.Atpe.GradientTrees;
using Hypermax.Sampling.Atpe.Statistics;

namespace Hypermax.Sampling.Atpe.Published;

/// <summary>Reads the models that Hypermax published from a folder.</summary>
/// <remarks>Names of files come from the fixed list of settings only; nothing that a file says is used as a path.</remarks>
internal static class PublishedModels
{
    private const string ScalingFile = "scaling_model.json";

    /// <summary>Reads and checks all models.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="ArgumentException">The folder, or a file in it, is missing or not as it must be; the message names the file and the line.</exception>
    public static Cascade Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw Refusal(folder, "there is no such folder", null);
        }

        try
        {
            return new Cascade(ReadScaling(folder), [.. CascadeStep.All.Select((step, i) => ReadModel(folder, step, CascadeStep.All.Take(i)))]);
        }
        catch (FileNotFoundException fault)
        {
            throw Refusal(folder, $"the file '{Path.GetFileName(fault.FileName)}' is not in it", fault);
        }
        catch (Exception fault) when (fault is FormatException or IOException or UnauthorizedAccessException)
        {
            throw Refusal(folder, fault.Message.TrimEnd('.'), fault);
        }
    }

    private static ArgumentException Refusal(string folder, string fault, Exception? cause) => new(
        $"'{nameof(AtpeOptions.ModelFolder)}' of the method 'atpe' is '{folder}', but {fault}. Name a folder with the files of 'atpe_models' as Hypermax "
        + "publishes them, or leave the setting out.", cause);

    private static FeatureScaling ReadScaling(string folder)
    {
        using ModelJson json = ModelJson.Open(folder, ScalingFile);
        return new FeatureScaling(
            Array.ConvertAll(FeatureNames.All, name => json.Number(name, "means")),
            Array.ConvertAll(FeatureNames.All, name => json.Positive(name, "scales")));
    }

    private static CascadeModel ReadModel(string folder, CascadeStep step, IEnumerable<CascadeStep> before)
    {
        string file = $"model-{step.Name}.txt";
        using StreamReader reader = File.OpenText(Path.Combine(folder, file));
        TreeEnsemble trees = LightGbmReader.Read(reader, file);
        CheckInputs(file, trees.Inputs, [.. FeatureNames.All, .. before.SelectMany(earlier => earlier.Inputs)]);
        if (trees.ClassCount != Math.Max(1, step.Values.Length))
        {
            throw new FormatException(
                FormattableString.Invariant($"'{file}' has {trees.ClassCount} classes but '{step.Name}' has {Math.Max(1, step.Values.Length)}."));
        }

        return new CascadeModel(step, trees, ReadStretches(folder, step));
    }

    private static void CheckInputs(string file, string[] inputs, string[] expected)
    {
        for (int i = 0; i < Math.Max(inputs.Length, expected.Length); i++)
        {
            string? given = i < inputs.Length ? inputs[i] : null;
            string? needed = i < expected.Length ? expected[i] : null;
            if (given != needed)
            {
                throw new FormatException(
                    FormattableString.Invariant($"'{file}' has {(given is null ? "no input" : $"'{given}' as input")} {i}, ")
                    + FormattableString.Invariant($"where {(needed is null ? "none" : $"'{needed}'")} must be."));
            }
        }
    }

    private static Stretch[] ReadStretches(string folder, CascadeStep step)
    {
        using ModelJson json = ModelJson.Open(folder, $"model-{step.Name}-configuration.json");
        return step.IsMode
            ? Array.ConvertAll(
                step.Values,
                value => new Stretch(
                    json.Number("predMeans", value), json.Positive("predStddevs", value), json.Number("origMeans", value), json.Positive("origStddevs", value)))
            : [new Stretch(json.Number("predMean"), json.Positive("predStddev"), json.Number("origMean"), json.Positive("origStddev"))];
    }
}
