using System.Globalization;
using System.Text.Json;
using Hypermax.Results;
using Hypermax.Spaces;
using Hypermax.Storage;
using Hypermax.Writing;

namespace Hypermax.Export;

/// <summary>Writes trials as JSON lines, one object a trial with everything that is known of it; see docs/formats/trial-lines.md.</summary>
public static class TrialLinesWriter
{
    /// <summary>Writes the trials.</summary>
    /// <param name="stream">Where to write; left open.</param>
    /// <param name="header">The study.</param>
    /// <param name="trials">Its trials; they are written in the order of their numbers, running ones included.</param>
    public static void Write(Stream stream, StudyHeader header, IReadOnlyList<TrialRecord> trials)
    {
        foreach (TrialRecord trial in trials.OrderBy(trial => trial.Number))
        {
            using (Utf8JsonWriter writer = new(stream, JsonText.Line))
            {
                WriteTrial(writer, header, trial);
            }

            stream.WriteByte((byte)'\n');
        }
    }

    private static void WriteTrial(Utf8JsonWriter writer, StudyHeader header, TrialRecord trial)
    {
        TrialOutcome? outcome = trial.Outcome;
        writer.WriteStartObject();
        writer.WriteNumber("trial", trial.Number);
        writer.WriteString("status", ResultsCsvWriter.Status(trial.State));
        writer.WriteFinite("loss", header.Directions[0].ToLoss(trial.Value));
        WriteNumbers(writer, "values", outcome?.Values ?? (double.IsNaN(trial.Value) ? [] : [trial.Value]));
        if (header.ObjectiveNames.Count > 0 && trial.Values.Count > 0)
        {
            FigureJson.WriteValues(writer, header, trial);
        }

        if (trial.Constraints.Count > 0)
        {
            FigureJson.WriteConstraints(writer, trial);
            writer.WriteBoolean("feasible", trial.IsFeasible);
        }

        writer.WriteString("started", trial.Started.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
        writer.WriteNumber("time", trial.Duration.TotalSeconds);
        writer.WriteNumber("worker", trial.Worker);
        if (trial.Insight is { } insight)
        {
            writer.WriteString("method", insight.Method);
            if (insight.Stage is not null)
            {
                writer.WriteString("stage", insight.Stage);
            }
        }

        if (trial.Budget is { } budget)
        {
            writer.WriteNumber("budget", budget.Amount);
            if (budget.Continues is int earlier)
            {
                writer.WriteNumber("continues", earlier);
            }
        }

        writer.WritePropertyName("params");
        PointJson.Write(writer, header.Space, trial.Point);
        if (outcome is not null)
        {
            WriteOutcome(writer, outcome);
        }

        writer.WriteEndObject();
    }

    private static void WriteOutcome(Utf8JsonWriter writer, TrialOutcome outcome)
    {
        if (outcome.Metrics.Count > 0)
        {
            writer.WriteStartObject("metrics");
            foreach ((string name, double value) in outcome.Metrics.OrderBy(metric => metric.Key, StringComparer.Ordinal))
            {
                writer.WriteFinite(name, value);
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

        if (outcome.Reports.Count > 0)
        {
            writer.WriteStartArray("reports");
            foreach (TrialReport report in outcome.Reports)
            {
                writer.WriteStartArray();
                writer.WriteNumberValue(report.Step);
                WriteNumber(writer, report.Value);
                writer.WriteEndArray();
            }

            writer.WriteEndArray();
        }

        if (outcome.Failure != FailureKind.None)
        {
            writer.WriteString("failure", outcome.Failure.ToString());
        }

        if (outcome.Message is { } message)
        {
            writer.WriteString("error", message);
        }

        if (outcome.Log is { } log)
        {
            writer.WriteString("log", log);
        }

        if (outcome.Usage is { } usage)
        {
            writer.WriteStartObject("usage");
            writer.WriteFinite("cpuSeconds", usage.CpuSeconds);
            writer.WriteNumber("peakBytes", usage.PeakBytes);
            writer.WriteEndObject();
        }
    }

    private static void WriteNumbers(Utf8JsonWriter writer, string name, IReadOnlyList<double> values)
    {
        writer.WriteStartArray(name);
        foreach (double value in values)
        {
            WriteNumber(writer, value);
        }

        writer.WriteEndArray();
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
