using System.Text.Json;

namespace Hypermax.Execution.WorkerProcess;

/// <summary>Reads the message that ends a trial.</summary>
internal static class WorkerOutcome
{
    /// <summary>Reads a result, a stop or an error.</summary>
    /// <returns>The outcome; one of kind <see cref="FailureKind.Cancelled"/> when the trial obeyed its token, whatever the reason was.</returns>
    public static TrialOutcome Read(JsonElement message, TrialNotes notes)
    {
        if (message.TryGetProperty("result", out JsonElement result))
        {
            return notes.ShouldPrune ? notes.Pruned()
                : result.ValueKind == JsonValueKind.Array ? TrialOutcome.Of([.. result.EnumerateArray().Select(WorkerMessages.ReadNumber)])
                : TrialOutcome.Of(WorkerMessages.ReadNumber(result));
        }

        if (message.TryGetProperty("stopped", out _))
        {
            return notes.ShouldPrune ? notes.Pruned() : TrialOutcome.Fail(FailureKind.Cancelled, "The trial ended because its token was cancelled.");
        }

        JsonElement error = message.GetProperty("error");
        return Failures.Of(
            error.GetProperty("type").GetString()!,
            error.GetProperty("message").GetString()!,
            WorkerMessages.ReadPosition(error),
            error.GetProperty("stack").GetString()!);
    }
}
