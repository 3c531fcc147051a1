using System.Text.Json;
using Hypermax.Execution;
using Hypermax.Execution.Limits;
using Hypermax.Spaces;

namespace Hypermax.RabbitMq.Messages;

/// <summary>A trial on its way to a consumer.</summary>
internal sealed record TrialMessage
{
    public required TrialKey Key { get; init; }

    public required int Number { get; init; }

    /// <summary>Gets which attempt at the trial this is within its search, from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>Gets the hash of the space that the point is of.</summary>
    public required string SpaceHash { get; init; }

    public required Point Point { get; init; }

    public required int Seed { get; init; }

    public double? Budget { get; init; }

    public int? Continues { get; init; }

    public bool IsPrecheck { get; init; }

    /// <summary>Gets the folder of the study on the machine of the search; a consumer may see it too.</summary>
    public string? Folder { get; init; }

    public TrialLimits? Limits { get; init; }

    /// <summary>Gets whether the search wants to hear what the trial uses while it runs; one of an earlier version would take it for an end.</summary>
    public bool WantsUses { get; init; }

    public static ReadOnlyMemory<byte> Write(TrialKey key, int attempt, TrialJob job, TrialLimits limits, string spaceHash) => JsonBody.Write(writer =>
    {
        writer.WriteString("op", "trial");
        key.Write(writer);
        writer.WriteNumber("number", job.Number);
        writer.WriteNumber("attempt", attempt);
        writer.WritePropertyName("params");
        NestedPointJson.Write(writer, job.Space, job.Point.ToArray());
        VectorJson.Write(writer, "vector", job.Point.ToArray());
        writer.WriteString("space", spaceHash);
        writer.WriteNumber("seed", job.Seed);
        if (job.Budget is double budget)
        {
            writer.WriteNumber("budget", budget);
        }

        if (job.Continues is int earlier)
        {
            writer.WriteNumber("continues", earlier);
        }

        if (job.IsPrecheck)
        {
            writer.WriteBoolean("precheck", true);
        }

        if (job.StudyFolder is { } folder)
        {
            writer.WriteString("folder", Path.GetFullPath(folder));
        }

        if (job.StudyFolder is not null || job.Usages is not null)
        {
            writer.WriteBoolean("uses", true);
        }

        LimitsJson.Write(writer, limits);
    });

    /// <summary>Reads the message; see <see cref="JsonBody.TryRead"/>.</summary>
    public static TrialMessage Read(JsonElement json) => new()
    {
        Key = TrialKey.Read(json),
        Number = json.GetProperty("number").GetInt32(),
        Attempt = json.GetProperty("attempt").GetInt32(),
        SpaceHash = json.GetProperty("space").GetString() ?? string.Empty,
        Point = new Point(
            [.. json.GetProperty("vector").EnumerateArray().Select(value => value.ValueKind == JsonValueKind.Null ? double.NaN : value.GetDouble())]),
        Seed = json.GetProperty("seed").GetInt32(),
        Budget = JsonBody.Number(json, "budget"),
        Continues = (int?)JsonBody.Number(json, "continues"),
        IsPrecheck = json.TryGetProperty("precheck", out JsonElement precheck) && precheck.GetBoolean(),
        Folder = JsonBody.Text(json, "folder"),
        Limits = LimitsJson.Read(json),
        WantsUses = json.TryGetProperty("uses", out JsonElement uses) && uses.GetBoolean(),
    };
}
