using System.Text.Json;
using Hypermax.Trials.Json;

namespace Hypermax.RabbitMq.Messages;

/// <summary>What a consumer says of a trial: that it began, an intermediate value, or how it ended.</summary>
/// <param name="Key">The trial.</param>
/// <param name="Worker">Who says it, or null.</param>
internal sealed record Reply(TrialKey Key, string? Worker)
{
    public bool IsBegun { get; private init; }

    public TrialReport? Report { get; private init; }

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

        return reply with
        {
            IsStopped = json.TryGetProperty("stopped", out _),
            Outcome = OutcomeText.Read(json),
            Log = JsonBody.Text(json, "log"),
        };
    }

    /// <summary>Reads of which trial a message speaks that says in a wrong way how it ended.</summary>
    /// <exception cref="FormatException">It was to say something else.</exception>
    public static Reply ReadKeyOfEnd(JsonElement json) => json.TryGetProperty("report", out _) || json.TryGetProperty("begun", out _)
        ? throw new FormatException("It does not end the trial.")
        : new Reply(TrialKey.Read(json), JsonBody.Text(json, "worker"));

    private static ReadOnlyMemory<byte> Write(TrialKey key, string worker, Action<Utf8JsonWriter> members) => JsonBody.Write(writer =>
    {
        key.Write(writer);
        writer.WriteString("worker", worker);
        members(writer);
    });
}
