using System.Text.Json;

namespace Hypermax.Trials.Json;

/// <summary>How a trial ended beyond its state and value, as members of an object of JSON.</summary>
internal static class OutcomeJson
{
    public static void Write(Utf8JsonWriter writer, TrialOutcome outcome, bool withReports)
    {
        WriteObjectives(writer, outcome);
        if (outcome.Failure != FailureKind.None)
        {
            writer.WriteString("failure", outcome.Failure.ToString());
        }

        WriteText(writer, "message", outcome.Message);
        WriteText(writer, "log", outcome.Log);
        if (outcome.Position is { } position)
        {
            writer.WriteStartObject("position");
            writer.WriteString("file", position.File);
            writer.WriteNumber("line", position.Line);
            writer.WriteNumber("column", position.Column);
            writer.WriteEndObject();
        }

        WriteFigures(writer, outcome);
        if (withReports)
        {
            writer.WriteStartArray("reports");
            foreach (TrialReport report in outcome.Reports)
            {
                writer.WriteStartObject();
                writer.WriteNumber("step", report.Step);
                NumberJson.Write(writer, "value", report.Value);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }
    }

    public static double Number(JsonElement json, string key) => json.TryGetProperty(key, out JsonElement value) ? NumberJson.Read(value) : double.NaN;

    public static string? Text(JsonElement json, string key) => json.TryGetProperty(key, out JsonElement value) ? value.GetString() : null;

    /// <summary>Reads the values for constraints; those that a study declares have none.</summary>
    public static IReadOnlyList<ConstraintValue> ReadConstraintValues(JsonElement constraints) =>
        [.. constraints.EnumerateArray().Select(constraint => new ConstraintValue(ConstraintJson.Read(constraint), Number(constraint, "value")))];

    /// <summary>Writes metrics, attributes and usage; those that there are.</summary>
    public static void WriteFigures(Utf8JsonWriter writer, TrialOutcome outcome)
    {
        if (outcome.Metrics.Count > 0)
        {
            writer.WriteStartObject("metrics");
            foreach ((string name, double value) in outcome.Metrics.OrderBy(metric => metric.Key, StringComparer.Ordinal))
            {
                NumberJson.Write(writer, name, value);
            }

            writer.WriteEndObject();
        }

        if (outcome.Attributes.Count > 0)
        {
            writer.WriteStartObject("attributes");
            foreach ((string name, string value) in outcome.Attributes.OrderBy(attribute => attribute.Key, StringComparer.Ordinal))
            {
                writer.WriteString(name, value);
            }

            writer.WriteEndObject();
        }

        if (outcome.Usage is { } usage)
        {
            writer.WriteStartObject("usage");
            NumberJson.Write(writer, "cpu", usage.CpuSeconds);
            writer.WriteNumber("peak", usage.PeakBytes);
            writer.WriteNumber("median", usage.MedianBytes);
            writer.WriteNumber("read", usage.ReadBytes);
            writer.WriteNumber("written", usage.WrittenBytes);
            writer.WriteEndObject();
        }
    }

    private static void WriteObjectives(Utf8JsonWriter writer, TrialOutcome outcome)
    {
        if (outcome.Values is { Count: > 1 } values)
        {
            writer.WriteStartArray("values");
            foreach (double value in values)
            {
                writer.WriteNumberValue(value);
            }

            writer.WriteEndArray();
        }

        if (outcome.Constraints.Count > 0)
        {
            writer.WriteStartArray("constraints");
            foreach (ConstraintValue constraint in outcome.Constraints)
            {
                writer.WriteStartObject();
                ConstraintJson.Write(writer, constraint.Constraint);
                writer.WriteNumber("value", constraint.Value);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }
    }

    private static void WriteText(Utf8JsonWriter writer, string key, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(key, text);
        }
    }
}
