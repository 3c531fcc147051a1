using System.Text.Json;
using Hypermax.Spaces;

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

        if (TrialPaths.Artifacts(job) is { } artifacts)
        {
            writer.WriteString("artifacts", artifacts);
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
            throw new ExecutorException(FormattableString.Invariant($"The worker speaks version {version} of the protocol, this library version {Version}; both must come from the same release. Build the project again."));
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

    private static string? ReadText(JsonElement json, string key) => json.TryGetProperty(key, out JsonElement text) ? text.GetString() : null;

    private static WorkerObjective ReadObjective(JsonElement json)
    {
        JsonElement settings = json.GetProperty("settings");
        string name = json.GetProperty("name").GetString()!;
        return new WorkerObjective(
            name,
            Spaces.SpaceJson.Read(json.GetProperty("space")),
            new ObjectiveAttribute
            {
                Name = name,
                Trials = settings.GetProperty("trials").GetInt32(),
                Direction = settings.GetProperty("direction").GetString() == "maximize" ? Direction.Maximize : Direction.Minimize,
                Method = ReadText(settings, "method"),
                Seed = settings.GetProperty("seed").GetInt64(),
                Workers = settings.GetProperty("workers").GetInt32(),
                TimeoutSeconds = ReadNumber(settings.GetProperty("timeoutSeconds")),
                Target = ReadNumber(settings.GetProperty("target")),
                Patience = settings.GetProperty("patience").GetInt32(),
                StopAtNoise = settings.GetProperty("stopAtNoise").GetBoolean(),
                Order = settings.GetProperty("order").GetString() == "arrival" ? ProposalOrder.Arrival : ProposalOrder.Repeatable,
                Lag = settings.GetProperty("lag").GetInt32(),
                TrialSeconds = ReadNumber(settings.GetProperty("trialSeconds")),
                TrialCpuSeconds = ReadNumber(settings.GetProperty("trialCpuSeconds")),
                TrialMemoryMegabytes = ReadNumber(settings.GetProperty("trialMemoryMegabytes")),
                TrialSilenceSeconds = ReadNumber(settings.GetProperty("trialSilenceSeconds")),
                TrialSoftSeconds = ReadNumber(settings.GetProperty("trialSoftSeconds")),
                TrialOutputMegabytes = ReadNumber(settings.GetProperty("trialOutputMegabytes")),
                TrialGpuMegabytes = ReadNumber(settings.GetProperty("trialGpuMegabytes")),
                SystemMemoryPercent = ReadNumber(settings.GetProperty("systemMemoryPercent")),
                KillLoss = ReadNumber(settings.GetProperty("killLoss")),
                FreshProcess = settings.GetProperty("freshProcess").GetBoolean(),
                Retries = settings.GetProperty("retries").GetInt32(),
                RetryOn = ReadText(settings, "retryOn"),
                TrialRepeats = settings.GetProperty("trialRepeats").GetInt32(),
                ConfirmLeaders = settings.GetProperty("confirmLeaders").GetInt32(),
                ConfirmRepeats = settings.GetProperty("confirmRepeats").GetInt32(),
                Loss = ReadText(settings, "loss"),
            },
            ReadPosition(json.GetProperty("at"))!);
    }
}
