using System.Text.Json;
using Hypermax.Sampling.Atpe.GradientTrees;

namespace Hypermax.Sampling.Atpe.Learned;

/// <summary>What an action is worth in a context, as learned from recorded searches, and a manifest of what it was learned on.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
internal sealed class LearnedModel
{
    /// <summary>The name of the manifest; a folder with it holds a model of this project, not the published ones.</summary>
    public const string ManifestFile = "atpe-policy.json";

    /// <summary>The name of the file of trees.</summary>
    public const string TreesFile = "atpe-policy.txt";

    private const int Format = 1;
    private readonly TreeEnsemble _trees;

    private LearnedModel(TreeEnsemble trees, double trust, double[] worth)
    {
        (_trees, Trust, Worth) = (trees, trust, worth);
    }

    /// <summary>Gets how much what the context says counts, from 0, where the action that is best on average is always taken, to 1.</summary>
    public double Trust { get; }

    /// <summary>Gets what each action is worth on average.</summary>
    public IReadOnlyList<double> Worth { get; }

    /// <summary>Gets the names of the inputs.</summary>
    public IReadOnlyList<string> Inputs => _trees.Inputs;

    /// <summary>Reads a model from a folder.</summary>
    /// <exception cref="FormatException">A file is not as it must be; the message names it and what is wrong.</exception>
    /// <exception cref="IOException">A file is missing or cannot be read.</exception>
    public static LearnedModel Read(string folder)
    {
        using StreamReader manifest = File.OpenText(Path.Combine(folder, ManifestFile));
        using StreamReader trees = File.OpenText(Path.Combine(folder, TreesFile));
        return Read(manifest, trees);
    }

    /// <summary>Reads a model.</summary>
    /// <param name="manifest">The text of the manifest.</param>
    /// <param name="trees">The text of the trees.</param>
    /// <exception cref="FormatException">A text is not as it must be.</exception>
    public static LearnedModel Read(TextReader manifest, TextReader trees)
    {
        TreeEnsemble ensemble = LightGbmReader.Read(trees, TreesFile);
        if (!ensemble.Inputs.SequenceEqual(InputNames, StringComparer.Ordinal))
        {
            throw new FormatException($"'{TreesFile}' was trained on other inputs than this version has; train it again.");
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(manifest.ReadToEnd());
            JsonElement root = document.RootElement;
            JsonElement worth = root.GetProperty("worth");
            if (root.GetProperty("format").GetInt32() != Format || worth.EnumerateObject().Count() != PolicyAction.All.Count)
            {
                throw new FormatException($"'{ManifestFile}' is of another version; train the model again.");
            }

            double[] known = [.. PolicyAction.All.Select(action => worth.GetProperty(action.Name).GetDouble())];
            return new LearnedModel(ensemble, root.GetProperty("trust").GetDouble(), known);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"'{ManifestFile}' is no manifest of a policy: {fault.Message}", fault);
        }
    }

    /// <summary>Gets the names of the inputs of this version: the context, then which action is meant.</summary>
    public static IReadOnlyList<string> InputNames { get; } = [.. ContextFeatures.Names, .. PolicyAction.KnobNames];

    /// <summary>Predicts what each action is worth in a context, the mean over actions being 0.</summary>
    /// <param name="context">The features.</param>
    public double[] Value(ReadOnlySpan<double> context)
    {
        double[] values = new double[PolicyAction.All.Count];
        double[] inputs = InputsOf(context);
        Span<double> output = stackalloc double[1];
        for (int action = 0; action < values.Length; action++)
        {
            inputs[context.Length + action] = 1;
            _trees.Predict(inputs, output);
            inputs[context.Length + action] = 0;
            values[action] = output[0];
        }

        double mean = values.Average();
        return [.. values.Select((value, action) => Worth[action] + (Trust * (value - mean - Worth[action])))];
    }

    /// <summary>Gets by how much each feature moved the prediction for an action.</summary>
    public double[] Explain(ReadOnlySpan<double> context, int action)
    {
        double[] inputs = InputsOf(context);
        inputs[context.Length + action] = 1;
        double[] contributions = new double[inputs.Length];
        _trees.Explain(inputs, 0, contributions);
        return contributions[..context.Length];
    }

    // The context, then which action is meant: none yet.
    private static double[] InputsOf(ReadOnlySpan<double> context) => [.. context, .. new double[PolicyAction.All.Count]];
}
