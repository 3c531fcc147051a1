using System.Globalization;
using System.Text.Json;

namespace Hypermax.Storage.Journal;

/// <summary>The members of a finish record that say how the trial ended beyond its state and value.</summary>
internal static class OutcomeJson
{
    public static void Write(Utf8JsonWriter writer, TrialOutcome outcome, bool withReports)
    {
        ObjectivesJson.Write(writer, outcome);
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
                JournalWriter.WriteNumber(writer, "value", report.Value);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }
    }

    public static double Number(JsonElement json, string key) => json.TryGetProperty(key, out JsonElement value) ? Number(value) : double.NaN;

    public static string? Text(JsonElement json, string key) => json.TryGetProperty(key, out JsonElement value) ? value.GetString() : null;

    private static double Number(JsonElement value) => value.ValueKind == JsonValueKind.Number
        ? value.GetDouble()
        : double.Parse(value.GetString() ?? "NaN", CultureInfo.InvariantCulture);

    private static void WriteFigures(Utf8JsonWriter writer, TrialOutcome outcome)
    {
        if (outcome.Metrics.Count > 0)
        {
            writer.WriteStartObject("metrics");
            foreach ((string name, double value) in outcome.Metrics.OrderBy(metric => metric.Key, StringComparer.Ordinal))
            {
                JournalWriter.WriteNumber(writer, name, value);
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
            JournalWriter.WriteNumber(writer, "cpu", usage.CpuSeconds);
            writer.WriteNumber("peak", usage.PeakBytes);
            writer.WriteNumber("median", usage.MedianBytes);
            writer.WriteNumber("read", usage.ReadBytes);
            writer.WriteNumber("written", usage.WrittenBytes);
            writer.WriteEndObject();
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
