using System.Text.Json;

namespace Hypermax.Serve;

/// <summary>The budget up to which a told trial ran: <c>"budget":9</c>.</summary>
internal static class TellBudget
{
    /// <summary>Makes a stopped trial of one that was told before its budget; without the key it used all of it.</summary>
    /// <exception cref="FormatException">The budget is no whole number from 1 to the one that was given, or the study has none.</exception>
    public static TrialOutcome Judge(Study study, int id, JsonElement tell, TrialOutcome outcome)
    {
        if (!tell.TryGetProperty("budget", out JsonElement given) || given.ValueKind == JsonValueKind.Null)
        {
            return outcome;
        }

        if (study.Header.Fidelity is not { } fidelity)
        {
            throw new FormatException("'tell' has a 'budget', and the study has none; say in its header which there are, such as \"fidelity\":{\"max\":81}");
        }

        long most = id >= 0 && id < study.Trials.Count && study.Trials[id].Budget is { } budget ? budget.Amount : fidelity.Max;
        if (given.ValueKind != JsonValueKind.Number || !given.TryGetInt64(out long reached) || reached < 1 || reached > most)
        {
            throw new FormatException(
                FormattableString.Invariant($"'budget' is {given.GetRawText()}; it must be a whole number from 1 to the budget of trial {id}, {most}"));
        }

        if (reached == most || outcome.State != TrialState.Complete)
        {
            return outcome;
        }

        // What it was worth there is known even where it reported nothing on its way.
        study.Report(id, new TrialReport(reached, outcome.Value));
        return outcome with { State = TrialState.Pruned };
    }
}
