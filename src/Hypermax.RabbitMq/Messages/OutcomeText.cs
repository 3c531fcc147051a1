using System.Globalization;
using System.Text.Json;
using Hypermax.Execution;
using Hypermax.Execution.WorkerProcess;

namespace Hypermax.RabbitMq.Messages;

/// <summary>The members of the message that ends a trial: a result or an error, and what else is known.</summary>
internal static class OutcomeText
{
    public static void Write(Utf8JsonWriter writer, TrialOutcome outcome)
    {
        if (outcome.State == TrialState.Failed && outcome.Failure != FailureKind.Cancelled)
        {
            WriteError(writer, outcome);
        }
        else if (outcome.State == TrialState.Complete)
        {
            WriteResult(writer, outcome);
        }

        WriteAll(writer, "metrics", outcome.Metrics, Number);
        WriteAll(writer, "attributes", outcome.Attributes, static (to, name, text) => to.WriteString(name, text));
        WriteConstraints(writer, outcome.Constraints);
        if (outcome.Usage is { } usage)
        {
            writer.WriteStartObject("usage");
            Number(writer, "cpu", usage.CpuSeconds);
            writer.WriteNumber("peak", usage.PeakBytes);
            writer.WriteNumber("median", usage.MedianBytes);
            writer.WriteNumber("read", usage.ReadBytes);
            writer.WriteNumber("written", usage.WrittenBytes);
            writer.WriteEndObject();
        }
    }

    /// <summary>Reads them; null where there is neither a result nor an error, because the trial was told to stop.</summary>
    public static TrialOutcome? Read(JsonElement json)
    {
        TrialOutcome? outcome = json.TryGetProperty("result", out JsonElement result)
            ? ReadResult(result)
            : json.TryGetProperty("error", out JsonElement error) ? ReadError(error)
            : json.TryGetProperty("stopped", out _) ? null
            : throw new FormatException("It says neither that the trial began nor how it ended.");
        return outcome is null ? null : outcome with
        {
            Metrics = ReadAll(json, "metrics", WorkerMessages.ReadNumber) ?? outcome.Metrics,
            Attributes = ReadAll(json, "attributes", text => text.ToString()) ?? outcome.Attributes,
            Constraints = json.TryGetProperty("constraints", out JsonElement constraints)
                ? [.. constraints.EnumerateArray().Select(ReadConstraint)]
                : outcome.Constraints,
            Usage = json.TryGetProperty("usage", out JsonElement usage) ? ReadUsage(usage) : null,
        };
    }

    public static void Number(Utf8JsonWriter writer, string name, double value)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumber(name, value);
        }
        else
        {
            writer.WriteString(name, value.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static void WriteResult(Utf8JsonWriter writer, TrialOutcome outcome)
    {
        if (outcome.Values is not { } values)
        {
            if (double.IsNaN(outcome.Value))
            {
                // The search makes the loss, from metrics.
                writer.WriteNull("result");
            }
            else
            {
                Number(writer, "result", outcome.Value);
            }

            return;
        }

        writer.WriteStartArray("result");
        foreach (double value in values)
        {
            writer.WriteNumberValue(value);
        }

        writer.WriteEndArray();
    }

    private static TrialOutcome ReadResult(JsonElement result) => result.ValueKind switch
    {
        JsonValueKind.Null => TrialOutcome.Of(0) with { Value = double.NaN },
        JsonValueKind.Array => TrialOutcome.Of([.. result.EnumerateArray().Select(WorkerMessages.ReadNumber)]),
        _ => TrialOutcome.Of(WorkerMessages.ReadNumber(result)),
    };

    private static void WriteError(Utf8JsonWriter writer, TrialOutcome outcome)
    {
        writer.WriteStartObject("error");
        writer.WriteString("kind", outcome.Failure.ToString());
        writer.WriteString("message", outcome.Message);
        if (outcome.Position is { } at)
        {
            writer.WriteString("file", at.File);
            writer.WriteNumber("line", at.Line);
            writer.WriteNumber("column", at.Column);
        }

        writer.WriteEndObject();
    }

    private static TrialOutcome ReadError(JsonElement error)
    {
        string message = JsonBody.Text(error, "message") ?? "The consumer said that the trial failed, and not why.";
        SourcePosition? position = JsonBody.Text(error, "file") is { } file
            ? new SourcePosition(file, (int)(JsonBody.Number(error, "line") ?? 1), (int)(JsonBody.Number(error, "column") ?? 1))
            : null;
        if (JsonBody.Text(error, "kind") is { } kind)
        {
            bool isKnown = Enum.TryParse(kind, out FailureKind known) && known is not (FailureKind.None or FailureKind.Cancelled);
            return TrialOutcome.Fail(isKnown ? known : FailureKind.Exception, message) with { Position = position };
        }

        return Failures.Of(JsonBody.Text(error, "type") ?? "Error", message, position, JsonBody.Text(error, "stack") ?? message);
    }

    private static void WriteConstraints(Utf8JsonWriter writer, IReadOnlyList<ConstraintValue> constraints)
    {
        if (constraints.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("constraints");
        foreach (ConstraintValue constraint in constraints)
        {
            writer.WriteStartObject();
            writer.WriteString("constraint", constraint.Name);
            Bound("atMost", constraint.Constraint.AtMost);
            Bound("atLeast", constraint.Constraint.AtLeast);
            Number(writer, "value", constraint.Value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();

        void Bound(string name, double bound)
        {
            if (double.IsFinite(bound))
            {
                writer.WriteNumber(name, bound);
            }
        }
    }

    private static ConstraintValue ReadConstraint(JsonElement json) =>
        new(WorkerMessages.ReadConstraint(json, "constraint"), WorkerMessages.ReadNumber(json.GetProperty("value")));

    private static ResourceUsage ReadUsage(JsonElement json) => new(
        json.TryGetProperty("cpu", out JsonElement cpu) ? WorkerMessages.ReadNumber(cpu) : double.NaN,
        (long)(JsonBody.Number(json, "peak") ?? 0),
        (long)(JsonBody.Number(json, "median") ?? 0),
        (long)(JsonBody.Number(json, "read") ?? 0),
        (long)(JsonBody.Number(json, "written") ?? 0));

    private static void WriteAll<T>(Utf8JsonWriter writer, string key, IReadOnlyDictionary<string, T> all, Action<Utf8JsonWriter, string, T> write)
    {
        if (all.Count == 0)
        {
            return;
        }

        writer.WriteStartObject(key);
        foreach ((string name, T value) in all.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            write(writer, name, value);
        }

        writer.WriteEndObject();
    }

    private static Dictionary<string, T>? ReadAll<T>(JsonElement json, string key, Func<JsonElement, T> read) => json.TryGetProperty(key, out JsonElement all)
        ? all.EnumerateObject().GroupBy(entry => entry.Name, StringComparer.Ordinal)
            .ToDictionary(entry => entry.Key, entry => read(entry.Last().Value), StringComparer.Ordinal)
        : null;
}
