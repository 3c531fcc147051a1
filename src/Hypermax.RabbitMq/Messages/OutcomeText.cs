using System.Text.Json;
using Hypermax.Execution;
using Hypermax.Execution.WorkerProcess;
using Hypermax.Trials.Json;

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

        WriteConstraints(writer, outcome.Constraints);
        OutcomeJson.WriteFigures(writer, outcome);
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
            Metrics = ReadAll(json, "metrics", NumberJson.Read) ?? outcome.Metrics,
            Attributes = ReadAll(json, "attributes", text => text.ToString()) ?? outcome.Attributes,
            Constraints = json.TryGetProperty("constraints", out JsonElement constraints)
                ? [.. constraints.EnumerateArray().Select(ReadConstraint)]
                : outcome.Constraints,
            Usage = json.TryGetProperty("usage", out JsonElement usage) ? ReadUsage(usage) : null,
        };
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
                NumberJson.Write(writer, "result", outcome.Value);
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
        JsonValueKind.Array => TrialOutcome.Of([.. result.EnumerateArray().Select(NumberJson.Read)]),
        _ => TrialOutcome.Of(NumberJson.Read(result)),
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
            NumberJson.Write(writer, "value", constraint.Value);
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
        new(WorkerMessages.ReadConstraint(json, "constraint"), NumberJson.Read(json.GetProperty("value")));

    private static ResourceUsage ReadUsage(JsonElement json) => new(
        json.TryGetProperty("cpu", out JsonElement cpu) ? NumberJson.Read(cpu) : double.NaN,
        (long)(JsonBody.Number(json, "peak") ?? 0),
        (long)(JsonBody.Number(json, "median") ?? 0),
        (long)(JsonBody.Number(json, "read") ?? 0),
        (long)(JsonBody.Number(json, "written") ?? 0));

    private static Dictionary<string, T>? ReadAll<T>(JsonElement json, string key, Func<JsonElement, T> read) => json.TryGetProperty(key, out JsonElement all)
        ? all.EnumerateObject().GroupBy(entry => entry.Name, StringComparer.Ordinal)
            .ToDictionary(entry => entry.Key, entry => read(entry.Last().Value), StringComparer.Ordinal)
        : null;
}
