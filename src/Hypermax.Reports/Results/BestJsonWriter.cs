using System.Text.Json;
using Hypermax.Spaces;
using Hypermax.Storage;
using Hypermax.Writing;

namespace Hypermax.Results;

/// <summary>Writes <c>best.json</c> and its runners-up: what one trial tried and reached; see docs/formats/best-json.md.</summary>
internal static class BestJsonWriter
{
    /// <summary>The files in the order of rank.</summary>
    internal static readonly IReadOnlyList<string> FileNames = ["best.json", "second_best.json", "third_best.json"];

    /// <summary>Writes one trial with its parameters in nested form.</summary>
    /// <param name="stream">Where to write; left open.</param>
    /// <param name="header">The study.</param>
    /// <param name="trial">A complete trial.</param>
    public static void Write(Stream stream, StudyHeader header, TrialRecord trial) => JsonText.Write(stream, writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("trial", trial.Number);
        writer.WriteFinite("loss", header.Directions[0].ToLoss(trial.Value));
        writer.WriteStartArray("values");
        foreach (double value in trial.Outcome?.Values ?? [trial.Value])
        {
            WriteNumber(writer, value);
        }

        writer.WriteEndArray();
        FigureJson.WriteConstraints(writer, trial);
        writer.WriteNumber("time", trial.Duration.TotalSeconds);
        WriteMetrics(writer, trial.Outcome);
        writer.WritePropertyName("parameters");
        NestedPointJson.Write(writer, header.Space, trial.Point);
        writer.WriteEndObject();
    });

    internal static void WriteMetrics(Utf8JsonWriter writer, TrialOutcome? outcome)
    {
        if (outcome is not { Metrics.Count: > 0 })
        {
            return;
        }

        writer.WriteStartObject("metrics");
        foreach ((string name, double value) in outcome.Metrics.OrderBy(metric => metric.Key, StringComparer.Ordinal))
        {
            writer.WriteFinite(name, value);
        }

        writer.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter writer, double value)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
