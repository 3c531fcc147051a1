using System.Text.Json;

namespace Hypermax.Serve;

/// <summary>The budgets of trials as the header gives them: <c>{"min":1,"max":81,"eta":3}</c>.</summary>
/// <param name="Min">The smallest budget at which a trial says something.</param>
/// <param name="Max">The budget of a whole trial.</param>
/// <param name="Eta">The ratio of budgets that the user wishes between looks.</param>
internal sealed record FidelityHeader(long Min, long Max, double Eta)
{
    /// <summary>Reads the key of a header; null where it is not given.</summary>
    /// <exception cref="FormatException">A value is missing or breaks its rule; the message names it.</exception>
    public static FidelityHeader? Read(JsonElement header)
    {
        if (!header.TryGetProperty("fidelity", out JsonElement given) || given.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (given.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException($"'fidelity' is {given.GetRawText()}; it must be an object such as {{\"min\":1,\"max\":81,\"eta\":3}}");
        }

        FidelityHeader read = new((long)Number(given, "min", 1), (long)Number(given, "max", null), Number(given, "eta", 3));
        return read.Min < 1 ? throw Wrong("min", read.Min, "1 or above")
            : read.Max <= read.Min ? throw Wrong("max", read.Max, FormattableString.Invariant($"above 'min', {read.Min}"))
            : read.Eta <= 1 ? throw Wrong("eta", read.Eta, "above 1")
            : read;
    }

    /// <summary>Makes a stopped trial of one that was told before its whole budget.</summary>
    /// <exception cref="FormatException">The budget is no number from 1 to the whole one.</exception>
    public TrialOutcome Judge(JsonElement tell, TrialOutcome outcome)
    {
        double budget = tell.TryGetProperty("budget", out JsonElement given) && given.ValueKind != JsonValueKind.Null ? Number(tell, "budget", null) : Max;
        return budget < 1 || budget > Max ? throw Wrong("budget", budget, FormattableString.Invariant($"from 1 to {Max}"))
            : budget < Max && outcome.State == TrialState.Complete ? outcome with { State = TrialState.Pruned }
            : outcome;
    }

    private static double Number(JsonElement body, string key, double? plain) =>
        !body.TryGetProperty(key, out JsonElement value) ? plain ?? throw new FormatException($"'fidelity' has no '{key}'; give it a whole number")
        : value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && (key == "eta" || number == Math.Floor(number)) ? number
        : throw new FormatException($"'{key}' is {value.GetRawText()}; it must be a {(key == "eta" ? string.Empty : "whole ")}number");

    private static FormatException Wrong(string key, double value, string rule) =>
        new(FormattableString.Invariant($"'{key}' is {value}; it must be {rule}"));
}
