using System.Globalization;
using System.Text.Json;
using Hypermax.Execution.Said;

namespace Hypermax.Execution.Command;

/// <summary>Reads the result of a program.</summary>
internal static class ResultReader
{
    /// <summary>Reads an intermediate value: an object with <c>step</c> and <c>value</c> (or <c>loss</c>).</summary>
    public static bool TryReadReport(string line, out TrialReport report)
    {
        report = default;
        if (LenientJson.TryParse(line) is not { } json || !TryStep(json, out long step))
        {
            return false;
        }

        if (!TryNumber(json, "value", out double value) && !TryNumber(json, "loss", out value))
        {
            return false;
        }

        report = new TrialReport(step, value);
        return true;
    }

    /// <summary>Tells whether a line is a result by itself: an object with <c>loss</c> or <c>error</c>, and not one that says where the trial stands.</summary>
    public static bool IsResultObject(string line) =>
        LenientJson.TryParse(line) is { } json
            && (json.TryGetProperty("loss", out _) || json.TryGetProperty("error", out _))
            && !json.TryGetProperty("step", out _);

    /// <summary>Reads what a program printed.</summary>
    /// <param name="lines">What it printed.</param>
    /// <param name="needsLoss">Whether an object must have a loss; else metrics will do, of which one is made.</param>
    /// <param name="hasErrorFigure">Whether a number called <c>error</c> is a figure, and no message.</param>
    public static TrialOutcome Read(ResultLines lines, bool needsLoss = true, bool hasErrorFigure = false)
    {
        if (lines.IsLastTooLong)
        {
            return Bad(
                "The last line of the program's output is too long for a result and was not kept whole: "
                + $"{Shorten(lines.Last!)} Print a number or a JSON object with 'loss' on a line of its own.");
        }

        if (lines.Last is not { } last)
        {
            return Bad("The program ended well but printed no result. Print the loss, or a JSON object with 'loss', on the last line.");
        }

        if (lines.EarlierResult is { } earlier && IsResultObject(last))
        {
            return Bad(
                $"The program printed two results: {Shorten(earlier)} and {Shorten(last)}. Print one, on the last line; "
                + "intermediate values are objects with 'step' and 'value'.");
        }

        if (lines.BeforeLast is { } before && IsNumber(before) && IsNumber(last))
        {
            return Bad(
                $"The last two lines are both bare numbers, {Shorten(before)} and {Shorten(last)}, so it is not clear which is the result. "
                + "Print one number last, or a JSON object with 'loss'.");
        }

        return Read(last, "The last line of the program's output", needsLoss, hasErrorFigure);
    }

    /// <summary>Reads the text of a result.</summary>
    /// <param name="text">A bare number or a JSON object.</param>
    /// <param name="where">Where it was found, as the beginning of a sentence.</param>
    /// <param name="needsLoss">Whether an object must have a loss.</param>
    /// <param name="hasErrorFigure">Whether a number called <c>error</c> is a figure, and no message.</param>
    public static TrialOutcome Read(string text, string where, bool needsLoss = true, bool hasErrorFigure = false)
    {
        text = text.Trim();
        if (TryNumber(text, out double value))
        {
            return TrialOutcome.Of(value);
        }

        if (LenientJson.TryParse(text) is not { } json)
        {
            string hint = text.StartsWith("{'", StringComparison.Ordinal) ? " It looks like a Python dictionary; print json.dumps(result)." : string.Empty;
            return Bad($"{where} is neither a number nor a whole JSON object: {Shorten(text)}.{hint}");
        }

        return json.TryGetProperty("error", out JsonElement error) && error.ValueKind is not (JsonValueKind.Null or JsonValueKind.False)
            && !(hasErrorFigure && error.ValueKind == JsonValueKind.Number)
            ? ReadError(error)
            : ReadObject(json, where, text, needsLoss);
    }

    private static TrialOutcome ReadObject(JsonElement json, string where, string text, bool needsLoss)
    {
        double loss = double.NaN;
        bool isMadeLater = !needsLoss && !json.TryGetProperty("loss", out _);
        if (!isMadeLater && !TryNumber(json, "loss", out loss))
        {
            return json.TryGetProperty("loss", out JsonElement given)
                ? Bad($"{where} has the loss {Shorten(given.GetRawText())}, which is not a number.")
                : Bad($"{where} is an object without 'loss': {Shorten(text)}. Name the value to be optimised 'loss'.");
        }

        if (LenientJson.IsTwice(json, "loss"))
        {
            return Bad($"{where} has 'loss' twice: {Shorten(text)}. Name every key once.");
        }

        ResultFields fields = new();
        foreach (JsonProperty property in json.EnumerateObject().Where(property => property.Name != "loss"))
        {
            fields.Add(property.Name, property.Value);
        }

        TrialOutcome outcome = isMadeLater ? TrialOutcome.Of(0) with { Value = double.NaN } : TrialOutcome.Of(loss);
        return outcome with { Metrics = fields.Metrics, Attributes = fields.Attributes };
    }

    private static TrialOutcome ReadError(JsonElement error)
    {
        if (error.ValueKind != JsonValueKind.Object)
        {
            return TrialOutcome.Fail(FailureKind.Exception, error.ValueKind == JsonValueKind.String ? error.GetString()! : error.GetRawText());
        }

        string type = Text(error, "type") ?? "Error";
        string message = Text(error, "message") ?? error.GetRawText();
        SourcePosition? position = Text(error, "file") is { } file && error.TryGetProperty("line", out JsonElement line) && line.TryGetInt32(out int number)
            ? new SourcePosition(file, number, 1)
            : null;
        return Failures.Of(type is "MemoryError" ? typeof(OutOfMemoryException).FullName! : type, message, position, Text(error, "stack") ?? message);
    }

    // 3.0 is as good as 3; a text, a fraction or a number beyond all counting is no step, and the line is log.
    private static bool TryStep(JsonElement json, out long step)
    {
        step = 0;
        if (!json.TryGetProperty("step", out JsonElement given) || given.ValueKind != JsonValueKind.Number)
        {
            return false;
        }

        if (given.TryGetInt64(out step))
        {
            return true;
        }

        bool isWhole = given.TryGetDouble(out double value) && value == Math.Truncate(value) && Math.Abs(value) < 1L << 53;
        step = isWhole ? (long)value : 0;
        return isWhole;
    }

    private static bool IsNumber(string text) => TryNumber(text, out _);

    private static bool TryNumber(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
        || LenientJson.TryNamedNumber(text, out value);

    private static bool TryNumber(JsonElement json, string key, out double value)
    {
        value = double.NaN;
        return json.TryGetProperty(key, out JsonElement given)
            && (given.ValueKind == JsonValueKind.Number
                ? given.TryGetDouble(out value)
                : given.ValueKind == JsonValueKind.String && LenientJson.TryNamedNumber(given.GetString()!, out value));
    }

    private static string? Text(JsonElement json, string key) =>
        json.TryGetProperty(key, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static TrialOutcome Bad(string message) => TrialOutcome.Fail(FailureKind.BadResult, message);

    private static string Shorten(string text) => SaidText.Short(text);
}
