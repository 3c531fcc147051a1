using System.Text.Json;
using Hypermax.Execution.Usages;
using Hypermax.Trials.Json;

namespace Hypermax.RabbitMq.Messages;

/// <summary>What a consumer says of a trial: that it began, an intermediate value, what it uses, or how it ended.</summary>
/// <param name="Key">The trial.</param>
/// <param name="Worker">Who says it, or null.</param>
internal sealed record Reply(TrialKey Key, string? Worker)
{
    public bool IsBegun { get; private init; }

    public TrialReport? Report { get; private init; }

    /// <summary>Gets what the trial uses; its number is that of no trial.</summary>
    public RunningUsage? Uses { get; private init; }

    /// <summary>Gets how the trial ended; null for an answer before the end, and where the trial obeyed.</summary>
    public TrialOutcome? Outcome { get; private init; }

    /// <summary>Gets whether the trial ended because it was told to.</summary>
    public bool IsStopped { get; private init; }

    /// <summary>Gets the end of what the trial printed, or null.</summary>
    public string? Log { get; private init; }

    public static ReadOnlyMemory<byte> Begun(TrialKey key, string worker) => Write(key, worker, writer => writer.WriteBoolean("begun", true));

    public static ReadOnlyMemory<byte> Reported(TrialKey key, string worker, TrialReport report) => Write(key, worker, writer =>
    {
        writer.WriteStartObject("report");
        writer.WriteNumber("step", report.Step);
        NumberJson.Write(writer, "value", report.Value);
        writer.WriteEndObject();
    });

    public static ReadOnlyMemory<byte> Using(TrialKey key, string worker, RunningUsage usage) => Write(key, worker, writer =>
    {
        writer.WriteStartObject("uses");
        writer.WriteNumber("seconds", Math.Round(usage.Seconds, 3));
        if (!double.IsNaN(usage.CpuSeconds))
        {
            writer.WriteNumber("cpu", Math.Round(usage.CpuSeconds, 3));
        }

        writer.WriteNumber("bytes", usage.Bytes);
        writer.WriteNumber("peak", usage.PeakBytes);
        if (usage.IsShared)
        {
            writer.WriteBoolean("shared", true);
        }

        writer.WriteEndObject();
    });

    public static ReadOnlyMemory<byte> Ended(TrialKey key, string worker, TrialOutcome outcome, string? log) => Write(key, worker, writer =>
    {
        if (outcome.State == TrialState.Pruned || outcome.Failure == FailureKind.Cancelled)
        {
            writer.WriteBoolean("stopped", true);
        }

        OutcomeText.Write(writer, outcome);
        if (log is not null)
        {
            writer.WriteString("log", log);
        }
    });

    /// <summary>Reads the message; see <see cref="JsonBody.TryRead"/>.</summary>
    public static Reply Read(JsonElement json)
    {
        Reply reply = new(TrialKey.Read(json), JsonBody.Text(json, "worker"));
        if (json.TryGetProperty("begun", out _))
        {
            return reply with { IsBegun = true };
        }

        if (json.TryGetProperty("report", out JsonElement report))
        {
            return reply with
            {
                Report = new TrialReport(report.GetProperty("step").GetInt64(), NumberJson.Read(report.GetProperty("value"))),
            };
        }

        if (json.TryGetProperty("uses", out JsonElement uses))
        {
            return reply with { Uses = ReadUses(uses) };
        }

        return reply with
        {
            IsStopped = json.TryGetProperty("stopped", out _),
            Outcome = OutcomeText.Read(json),
            Log = JsonBody.Text(json, "log"),
        };
    }

    /// <summary>Reads of which trial a message speaks that says in a wrong way how it ended.</summary>
    /// <exception cref="FormatException">It was to say something else.</exception>
    public static Reply ReadKeyOfEnd(JsonElement json) => Array.Exists(["begun", "report", "uses"], name => json.TryGetProperty(name, out _))
        ? throw new FormatException("It does not end the trial.")
        : new Reply(TrialKey.Read(json), JsonBody.Text(json, "worker"));

    private static RunningUsage ReadUses(JsonElement uses)
    {
        RunningUsage usage = new(
            0,
            uses.GetProperty("seconds").GetDouble(),
            JsonBody.Number(uses, "cpu") ?? double.NaN,
            uses.GetProperty("bytes").GetInt64(),
            uses.GetProperty("peak").GetInt64(),
            uses.TryGetProperty("shared", out JsonElement shared) && shared.GetBoolean());
        return usage.IsPossible ? usage : throw new FormatException("No trial uses that.");
    }

    private static ReadOnlyMemory<byte> Write(TrialKey key, string worker, Action<Utf8JsonWriter> members) => JsonBody.Write(writer =>
    {
        key.Write(writer);
        writer.WriteString("worker", worker);
        members(writer);
    });
}
