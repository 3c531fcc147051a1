using System.Text.Json;
using Hypermax.MetaTraining.Recording;
using Hypermax.Sampling.Atpe.Learned;

namespace Hypermax.MetaTraining.Learning;

/// <summary>Trains a model and writes it, with its manifest, where <c>atpe</c> reads it from.</summary>
internal static class ModelFolder
{
    // Every fourth family says when to stop.
    private const int HeldEvery = 4;

    /// <summary>Trains and writes.</summary>
    /// <returns>What was made, in words.</returns>
    public static string Train(Arguments arguments, Observation[] observations)
    {
        double[][] rows = [.. observations.Select(Inputs)];
        string[] families = [.. observations.Select(o => o.Family).Distinct()];
        bool[] isHeld = [.. observations.Select(o => Array.IndexOf(families, o.Family) % HeldEvery == HeldEvery - 1)];
        IReadOnlyList<FittedTree> trees = BoostedRegression.Fit(rows, [.. observations.Select(o => o.Advantage)], isHeld);
        double[] worth = [.. Enumerable.Range(0, PolicyAction.All.Count).Select(action => Worth(observations, action))];
        using (StreamWriter writer = new(Path.Combine(arguments.Folder, LearnedModel.TreesFile)))
        {
            LightGbmWriter.Write(writer, LearnedModel.InputNames, trees);
        }

        WriteManifest(arguments, families, worth);
        LearnedModel model = LearnedModel.Read(arguments.Folder);
        long bytes = new FileInfo(Path.Combine(arguments.Folder, LearnedModel.TreesFile)).Length;
        return FormattableString.Invariant($"{observations.Length} observations of {families.Length} families; {trees.Count} trees, ")
            + FormattableString.Invariant($"{bytes} bytes, read again with {model.Inputs.Count} inputs\n\n") + Table(observations, trees, rows, isHeld, worth);
    }

    private static double[] Inputs(Observation o) =>
        [.. o.Context, .. Enumerable.Range(0, PolicyAction.All.Count).Select(action => action == o.Action ? 1.0 : 0)];

    // Families count alike, however many observations each has.
    private static double Worth(Observation[] observations, int action) =>
        observations.Where(o => o.Action == action).GroupBy(o => o.Family).Average(family => family.Average(o => o.Advantage));

    private static void WriteManifest(Arguments arguments, string[] families, double[] worth)
    {
        using FileStream stream = File.Create(Path.Combine(arguments.Folder, LearnedModel.ManifestFile));
        using Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteNumber("format", 1);
        json.WriteNumber("trust", arguments.Trust);
        json.WriteStartObject("worth");
        for (int action = 0; action < worth.Length; action++)
        {
            json.WriteNumber(PolicyAction.All[action].Name, Math.Round(worth[action], 5));
        }

        json.WriteEndObject();
        json.WriteStartObject("training");
        json.WriteNumber("problems of each family", arguments.Count);
        json.WriteNumber("histories", arguments.Histories);
        json.WriteNumber("repeats", arguments.Repeats);
        json.WriteString("families", string.Join(' ', families));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // What a choice by the model would have gained over the action that is best on average, on families it has not seen and on those it has.
    private static string Table(Observation[] observations, IReadOnlyList<FittedTree> trees, double[][] rows, bool[] isHeld, double[] worth)
    {
        System.Text.StringBuilder text = new();
        text.AppendLine("| action | worth on average |").AppendLine("| --- | ---: |");
        for (int action = 0; action < worth.Length; action++)
        {
            text.AppendLine(FormattableString.Invariant($"| {PolicyAction.All[action].Name} | {worth[action]:+0.0000;-0.0000} |"));
        }

        text.AppendLine().AppendLine("| trust | gain on families kept back | gain on the others |").AppendLine("| --- | ---: | ---: |");
        double[] predicted = [.. rows.Select(row => trees.Sum(tree => tree.Value(row)))];
        foreach (double trust in (double[])[0, 0.25, 0.5, 1])
        {
            double kept = Gain(observations, predicted, isHeld, true, worth, trust);
            double others = Gain(observations, predicted, isHeld, false, worth, trust);
            text.AppendLine(FormattableString.Invariant($"| {trust} | {kept:+0.0000;-0.0000} | {others:+0.0000;-0.0000} |"));
        }

        return text.ToString();
    }

    private static double Gain(Observation[] observations, double[] predicted, bool[] isHeld, bool held, double[] worth, double trust)
    {
        int each = PolicyAction.All.Count;
        return Enumerable.Range(0, observations.Length / each).Where(block => isHeld[block * each] == held).Select(block =>
        {
            double mean = predicted.AsSpan(block * each, each).ToArray().Average();
            int chosen = Enumerable.Range(0, each).MaxBy(a => worth[a] + (trust * (predicted[(block * each) + a] - mean - worth[a])));
            return observations[(block * each) + chosen].Advantage;
        }).DefaultIfEmpty(double.NaN).Average();
    }
}
