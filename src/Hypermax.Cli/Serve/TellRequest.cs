using System.Text.Json;

namespace Hypermax.Serve;

/// <summary>The body of a tell: which trial, and its loss or why it has none.</summary>
internal static class TellRequest
{
    /// <summary>Reads the body.</summary>
    /// <exception cref="FormatException">A key is missing or of the wrong kind; the message names it.</exception>
    public static (int Id, TrialOutcome Outcome) Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("'tell' is an object such as {\"id\":0,\"loss\":0.1}");
        }

        if (!body.TryGetProperty("id", out JsonElement given) || given.ValueKind != JsonValueKind.Number || !given.TryGetInt32(out int id))
        {
            throw new FormatException("'tell' has no whole number 'id'; give the id that the ask answered");
        }

        return (id, Outcome(body, "tell"));
    }

    /// <summary>Reads how a trial ended: its loss, or why it has none.</summary>
    /// <param name="body">The object that says so.</param>
    /// <param name="request">The request it stands in.</param>
    /// <exception cref="FormatException">A key is missing or of the wrong kind; the message names it.</exception>
    public static TrialOutcome Outcome(JsonElement body, string request)
    {
        bool hasLoss = body.TryGetProperty("loss", out JsonElement loss);
        if (body.TryGetProperty("failed", out JsonElement reason) && reason.ValueKind is JsonValueKind.String or JsonValueKind.True)
        {
            string message = reason.ValueKind == JsonValueKind.String ? reason.GetString()! : "The caller told that the trial failed.";
            return TrialOutcome.Fail(FailureKind.Exception, message) with { Value = hasLoss ? Value(loss) : double.NaN };
        }

        return hasLoss
            ? TrialOutcome.Of(Value(loss))
            : throw new FormatException($"'{request}' has neither 'loss' nor 'failed'; give the number, or why there is none");
    }

    // JSON has no NaN and no infinity; programs write null or the words instead.
    private static double Value(JsonElement loss) => loss.ValueKind switch
    {
        JsonValueKind.Number => loss.GetDouble(),
        JsonValueKind.Null => double.NaN,
        JsonValueKind.String => loss.GetString() switch
        {
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            _ => throw Wrong(loss),
        },
        _ => throw Wrong(loss),
    };

    private static FormatException Wrong(JsonElement loss) =>
        new($"'loss' is {loss.GetRawText()}; it must be a number, or null for a trial without one");
}
