using System.Text.Json;
using Hypermax.Errors;
using Hypermax.Storage;

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

        return (id, TellBudget.Judge(study, id, body, Outcome(body, "tell", study.Header)));
    }

    /// <summary>Reads how a trial ended: its loss, or why it has none.</summary>
    /// <param name="body">The object that says so.</param>
    /// <param name="request">The request it stands in.</param>
    /// <param name="study">What the study is.</param>
    /// <exception cref="FormatException">A key is missing or of the wrong kind; the message names it.</exception>
    public static TrialOutcome Outcome(JsonElement body, string request, StudyHeader study)
    {
        Direction direction = study.Directions[0];
        bool isOne = study.Directions.Count == 1;
        double[]? values = Figures(body, "values", study.Directions.Count, study.ObjectiveName);
        bool hasFigure = TryGetFigure(body, direction, isOne, out JsonElement figure);
        double value = values is [var first, ..] ? first : hasFigure ? Value(figure, direction) : double.NaN;
        if (hasFigure && values is not null)
        {
            throw new FormatException($"'{direction.FigureName()}' and 'values' are the same figure; give one of them");
        }

        TrialOutcome outcome = new() { State = TrialState.Complete, Value = value, Values = isOne ? null : values, Constraints = Constraints(body, study) };
        if (body.TryGetProperty("failed", out JsonElement reason) && reason.ValueKind is JsonValueKind.String or JsonValueKind.True)
        {
            string message = reason.ValueKind == JsonValueKind.String ? reason.GetString()! : "The caller told that the trial failed.";
            return outcome with { State = TrialState.Failed, Failure = FailureKind.Exception, Message = message };
        }

        if (body.TryGetProperty("pruned", out JsonElement pruned) && pruned.ValueKind == JsonValueKind.True)
        {
            return outcome with { State = TrialState.Pruned };
        }

        if (!hasFigure && values is null)
        {
            (string key, string missing) = isOne ? (direction.FigureName(), "the number") : ("values", "the numbers");
            throw new FormatException($"'{request}' has neither '{key}' nor 'failed' nor 'pruned'; give {missing}, or why there is none");
        }

        TrialOutcome told = values is null ? TrialOutcome.Of(value) : TrialOutcome.Of(values);
        return told with { Constraints = outcome.Constraints };
    }

    // Numbers in the order of the header.
    private static double[]? Figures(JsonElement body, string key, int count, Func<int, string> name)
    {
        if (!body.TryGetProperty(key, out JsonElement given))
        {
            return null;
        }

        if (given.ValueKind != JsonValueKind.Array || given.GetArrayLength() != count)
        {
            string names = string.Join(", ", Enumerable.Range(0, count).Select(i => $"'{name(i)}'"));
            throw new FormatException($"'{key}' is {given.GetRawText()}; it must be a list of {Counted.Of(count, "number")}, for {names} in this order");
        }

        return [.. given.EnumerateArray().Select((item, i) => Number(item) ?? throw new FormatException(
            $"'{key}' has {item.GetRawText()} for '{name(i)}'; it must be a number, or null for a trial without one"))];
    }

    private static ConstraintValue[] Constraints(JsonElement body, StudyHeader study)
    {
        if (study.Constraints.Count == 0)
        {
            return body.TryGetProperty("constraints", out _)
                ? throw new FormatException("the trial has 'constraints', and the header declared none; declare how many there are in the header")
                : [];
        }

        return Figures(body, "constraints", study.Constraints.Count, i => study.Constraints[i].Name) is { } values
            ? [.. study.Constraints.Zip(values, (constraint, value) => new ConstraintValue(constraint, value))]
            : [];
    }

    /// <summary>Reads the figure of a report.</summary>
    /// <exception cref="FormatException">There is none, or it is of the wrong kind.</exception>
    public static double Figure(JsonElement body, string request, Direction direction) =>
        body.TryGetProperty("value", out JsonElement value) ? Value(value, direction)
        : throw new FormatException($"'{request}' has no 'value'; give the number, or null where there is none");

    // A value is a figure in the study's own direction; only where small is better is it the loss as well.
    private static bool TryGetFigure(JsonElement body, Direction direction, bool isOne, out JsonElement figure)
    {
        bool hasLoss = body.TryGetProperty("loss", out JsonElement loss);
        bool hasValue = body.TryGetProperty("value", out figure);
        if (!isOne && (hasLoss || hasValue))
        {
            throw new FormatException($"'{(hasLoss ? "loss" : "value")}' is the figure of one objective, and the study has several; give their 'values'");
        }

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
    private static double? Number(JsonElement figure) => figure.ValueKind switch
    {
        JsonValueKind.Number => figure.GetDouble(),
        JsonValueKind.Null => double.NaN,
        JsonValueKind.String => figure.GetString() switch
        {
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            _ => null,
        },
        _ => null,
    };

    private static double Value(JsonElement loss, Direction direction) => Number(loss) ?? throw Wrong(loss, direction);

    private static FormatException Wrong(JsonElement loss, Direction direction) =>
        new($"'{direction.FigureName()}' is {loss.GetRawText()}; it must be a number, or null for a trial without one");
}
