using System.Text.Json;
using Hypermax.Settings;
using Hypermax.Spaces;
using Hypermax.Telemetry;

namespace Hypermax.Execution.WorkerProcess;

/// <summary>Writes and reads the lines that pass between us and a worker; docs/formats/worker-protocol.md describes them.</summary>
internal static class WorkerMessages
{
    /// <summary>The version of the protocol that this side speaks.</summary>
    public const int Version = 2;

    public static void WriteTrial(Utf8JsonWriter writer, long id, string objective, TrialJob job, string mark)
    {
        writer.WriteStartObject();
        writer.WriteString("op", "trial");
        writer.WriteNumber("id", id);
        writer.WriteNumber("number", job.Number);
        writer.WriteString("objective", objective);
        VectorJson.Write(writer, "vector", job.Point);
        writer.WriteNumber("seed", job.Seed);
        if (job.Budget is double budget)
        {
            writer.WriteNumber("budget", budget);
        }

        if (job.IsPrecheck)
        {
            writer.WriteBoolean("precheck", true);
        }

        if (TrialPaths.Artifacts(job) is { } artifacts)
        {
            writer.WriteString("artifacts", artifacts);
        }

        if (TrialPaths.Checkpoint(job) is { } checkpoint)
        {
            writer.WriteString("checkpoint", checkpoint);
        }

        if (TraceParent.Current is { } trace)
        {
            writer.WriteString("trace", trace);
        }

        writer.WriteString("mark", mark);
        writer.WriteEndObject();
    }

    public static void WriteSignal(Utf8JsonWriter writer, long id, string op)
    {
        writer.WriteStartObject();
        writer.WriteString("op", op);
        writer.WriteNumber("id", id);
        writer.WriteEndObject();
    }

    /// <summary>Reads the first line of a worker.</summary>
    /// <exception cref="ExecutorException">The worker refused to work, or speaks another version.</exception>
    public static IReadOnlyList<WorkerObjective> ReadReady(JsonElement line)
    {
        int version = line.GetProperty("protocol").GetInt32();
        if (version != Version)
        {
            throw new ExecutorException(
                FormattableString.Invariant($"The worker speaks version {version} of the protocol, this library version {Version}; ")
                + "both must come from the same release. Build the project again.");
        }

        if (line.TryGetProperty("refused", out JsonElement refused))
        {
            throw new ExecutorException(refused.GetProperty("message").GetString()!) { Reason = refused.GetProperty("kind").GetString()! };
        }

        return [.. line.GetProperty("objectives").EnumerateArray().Select(ReadObjective)];
    }

    /// <summary>Reads a number, or one of the strings that stand for what JSON cannot say.</summary>
    public static double ReadNumber(JsonElement json) => json.ValueKind == JsonValueKind.Number ? json.GetDouble() : json.GetString() switch
    {
        "Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        _ => double.NaN,
    };

    /// <summary>Reads a position with the keys file, line and column, or null when there is none.</summary>
    public static SourcePosition? ReadPosition(JsonElement json) => json.TryGetProperty("file", out JsonElement file)
        ? new SourcePosition(file.GetString()!, json.GetProperty("line").GetInt32(), json.GetProperty("column").GetInt32())
        : null;

    /// <summary>Reads a constraint with the keys of its bounds, under a key for its name.</summary>
    public static OutcomeConstraint ReadConstraint(JsonElement json, string name) => new(
        json.GetProperty(name).GetString()!,
        json.TryGetProperty("atMost", out JsonElement most) ? most.GetDouble() : double.PositiveInfinity,
        json.TryGetProperty("atLeast", out JsonElement least) ? least.GetDouble() : double.NegativeInfinity);

    private static OutcomeConstraint ReadConstraint(JsonElement json) => ReadConstraint(json, "name");

    private static ObjectiveGoal ReadGoal(JsonElement json) => new(
        json.GetProperty("name").GetString()!,
        DirectionExtensions.TryRead(json.GetProperty("direction").GetString(), out Direction direction) ? direction : Direction.Minimize);

    private static T[] ReadList<T>(JsonElement json, string key, Func<JsonElement, T> read) =>
        json.TryGetProperty(key, out JsonElement list) ? [.. list.EnumerateArray().Select(read)] : [];

    private static WorkerObjective ReadObjective(JsonElement json)
    {
        Violations violations = new();
        IEnumerable<KeyValuePair<string, string>> settings = json.GetProperty("settings")
            .EnumerateObject()
            .Select(setting => new KeyValuePair<string, string>(setting.Name, setting.Value.GetString()!));
        return new WorkerObjective(
            json.GetProperty("name").GetString()!, Spaces.SpaceJson.Read(json.GetProperty("space")), ReadPosition(json.GetProperty("at"))!)
        {
            Goals = ReadList(json, "goals", ReadGoal),
            Constraints = ReadList(json, "constraints", ReadConstraint),
            Settings = SettingReader.Read(SettingSource.Attribute, settings, violations),
            Violations = violations.Sentences,
        };
    }
}
