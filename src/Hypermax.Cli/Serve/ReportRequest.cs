using System.Text.Json;

namespace Hypermax.Serve;

/// <summary>An intermediate value of a running trial, answered by whether the pruner thinks it worth finishing.</summary>
internal static class ReportRequest
{
    /// <summary>Notes the value: <c>{"id":0,"step":3,"value":0.41}</c>.</summary>
    /// <exception cref="FormatException">A key is missing or of the wrong kind; the message names it.</exception>
    /// <exception cref="InvalidOperationException">There is no such trial or it was told before.</exception>
    public static string Answer(Study study, JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object
            || !body.TryGetProperty("id", out JsonElement id) || id.ValueKind != JsonValueKind.Number || !id.TryGetInt32(out int number)
            || !body.TryGetProperty("step", out JsonElement at) || at.ValueKind != JsonValueKind.Number || !at.TryGetInt64(out long step))
        {
            throw new FormatException(
                "'report' is an object with the whole numbers 'id' and 'step' and a 'value', such as {\"id\":0,\"step\":3,\"value\":0.41}");
        }

        return study.Report(number, new TrialReport(step, TellRequest.Figure(body, "report", study.Direction))) is { } reason
            ? $"{{\"prune\":true,\"why\":{System.Text.Json.Nodes.JsonValue.Create(reason).ToJsonString()}}}"
            : "{\"prune\":false}";
    }
}
