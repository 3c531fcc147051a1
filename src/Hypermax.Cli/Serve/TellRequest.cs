using System.Text.Json;

namespace Hypermax.Serve;

/// <summary>The body of a tell: which trial, and its loss or why it has none.</summary>
internal static class TellRequest
{
    /// <summary>Reads the body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="study">The study.</param>
    /// <exception cref="FormatException">A key is missing or of the wrong kind; the message names it.</exception>
    public static (int Id, TrialOutcome Outcome) Read(JsonElement body, Study study)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("'tell' is an object such as {\"id\":0,\"loss\":0.1}");
        }

        if (!body.TryGetProperty("id", out JsonElement given) || given.ValueKind != JsonValueKind.Number || !given.TryGetInt32(out int id))
        {
            throw new FormatException("'tell' has no whole number 'id'; give the id that the ask answered");
        }

        return (id, TellBudget.Judge(study, id, body, Outcome(body, "tell", study.Direction)));
    }

    /// <summary>Reads how a trial ended: its loss, or why it has none.</summary>
    /// <param name="body">The object that says so.</param>
    /// <param name="request">The request it stands in.</param>
    /// <param name="direction">Which values of the study are better.</param>
    /// <exception cref="FormatException">A key is missing or of the wrong kind; the message names it.</exception>
    public static TrialOutcome Outcome(JsonElement body, string request, Direction direction)
    {
        bool hasValue = TryGetFigure(body, direction, out JsonElement figure);
        if (body.TryGetProperty("failed", out JsonElement reason) && reason.ValueKind is JsonValueKind.String or JsonValueKind.True)
        {
            string message = reason.ValueKind == JsonValueKind.String ? reason.GetString()! : "The caller told that the trial failed.";
            return TrialOutcome.Fail(FailureKind.Exception, message) with { Value = hasValue ? Value(figure, direction) : double.NaN };
        }

        if (body.TryGetProperty("pruned", out JsonElement pruned) && pruned.ValueKind == JsonValueKind.True)
        {
            return new TrialOutcome { State = TrialState.Pruned, Value = hasValue ? Value(figure, direction) : double.NaN };
        }

        return hasValue
            ? TrialOutcome.Of(Value(figure, direction))
            : throw new FormatException($"'{request}' has neither '{direction.FigureName()}' nor 'failed' nor 'pruned'; give the number, or why there is none");
    }

    /// <summary>Reads the figure of a report.</summary>
    /// <exception cref="FormatException">There is none, or it is of the wrong kind.</exception>
    public static double Figure(JsonElement body, string request, Direction direction) =>
        body.TryGetProperty("value", out JsonElement value) ? Value(value, direction)
        : throw new FormatException($"'{request}' has no 'value'; give the number, or null where there is none");

    // A value is a figure in the study's own direction; only where small is better is it the loss as well.
    private static bool TryGetFigure(JsonElement body, Direction direction, out JsonElement figure)
    {
        bool hasLoss = body.TryGetProperty("loss", out JsonElement loss);
        bool hasValue = body.TryGetProperty("value", out figure);
        if (hasLoss && direction == Direction.Maximize)
        {
            throw new FormatException("'loss' is a figure that is minimised, and this study is maximised; give its 'value'");
        }

        if (hasLoss && hasValue)
        {
            throw new FormatException("'loss' and 'value' are the same figure; give one of them");
        }

        figure = hasLoss ? loss : figure;
        return hasLoss || hasValue;
    }

    // JSON has no NaN and no infinity; programs write null or the words instead.
    private static double Value(JsonElement loss, Direction direction) => loss.ValueKind switch
    {
        JsonValueKind.Number => loss.GetDouble(),
        JsonValueKind.Null => double.NaN,
        JsonValueKind.String => loss.GetString() switch
        {
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            _ => throw Wrong(loss, direction),
        },
        _ => throw Wrong(loss, direction),
    };

    private static FormatException Wrong(JsonElement loss, Direction direction) =>
        new($"'{direction.FigureName()}' is {loss.GetRawText()}; it must be a number, or null for a trial without one");
}
