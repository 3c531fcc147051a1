using System.Text.Json;

namespace Hypermax.Worker.Protocol;

/// <summary>What the coordinator asks for: one trial.</summary>
internal sealed record TrialOrder(
    long Id, int Number, string Objective, double[] Vector, int Seed, double? Budget, string? Artifacts, string? Checkpoint, string Mark)
{
    public static TrialOrder Read(JsonElement message) => new(
        message.GetProperty("id").GetInt64(),
        message.GetProperty("number").GetInt32(),
        message.GetProperty("objective").GetString()!,
        ReadVector(message.GetProperty("vector")),
        message.GetProperty("seed").GetInt32(),
        message.TryGetProperty("budget", out JsonElement budget) ? budget.GetDouble() : null,
        message.TryGetProperty("artifacts", out JsonElement artifacts) ? artifacts.GetString() : null,
        message.TryGetProperty("checkpoint", out JsonElement checkpoint) ? checkpoint.GetString() : null,
        message.GetProperty("mark").GetString()!)
    {
        IsPrecheck = message.TryGetProperty("precheck", out _),
        Trace = message.TryGetProperty("trace", out JsonElement trace) ? trace.GetString() : null,
    };

    /// <summary>Gets whether this is the short run before the whole trial.</summary>
    public bool IsPrecheck { get; init; }

    /// <summary>Gets the span of the run, as W3C Trace Context writes it; null where nobody listens to spans.</summary>
    public string? Trace { get; init; }

    private static double[] ReadVector(JsonElement list)
    {
        double[] vector = new double[list.GetArrayLength()];
        int i = 0;
        foreach (JsonElement item in list.EnumerateArray())
        {
            // null stands for a parameter that does not exist at this point.
            vector[i++] = item.ValueKind == JsonValueKind.Null ? double.NaN : item.GetDouble();
        }

        return vector;
    }
}
