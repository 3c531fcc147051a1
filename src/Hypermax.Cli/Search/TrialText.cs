using System.Globalization;
using Hypermax.Spaces;

namespace Hypermax.Search;

/// <summary>Writes values, points and times for a line of a build log; the same in every culture.</summary>
internal static class TrialText
{
    /// <summary>Writes a value with the digits that tell trials apart.</summary>
    public static string Value(double value) => value.ToString("G5", CultureInfo.InvariantCulture);

    /// <summary>Writes the values of all objectives of a trial.</summary>
    public static string Values(TrialRecord trial) => string.Join(' ', trial.Values.Select(Value));

    /// <summary>Writes the parameters that exist at a point: <c>Trees=412 Criterion=gini</c>.</summary>
    public static string Point(SearchSpace space, Point vector) => string.Join(' ', Enumerable
        .Range(0, space.Count)
        .Where(i => !double.IsNaN(vector[i]))
        .Select(i => $"{space.Parameters[i].Name}={Text(space.Parameters[i], vector[i])}"));

    /// <summary>Writes how a trial came to be and what came of it: <c>Train: trial 12 by gp, expected 0.04 ± 0.01 (…): Trees=412 → 0.05</c>.</summary>
    public static string Why(string study, SearchSpace space, TrialRecord trial)
    {
        Insight insight = trial.Insight ?? new Insight("unknown");
        string expected = double.IsNaN(insight.Expected)
            ? string.Empty
            : $", expected {Value(insight.Expected)}{(double.IsNaN(insight.Spread) ? string.Empty : $" ± {Value(insight.Spread)}")}";
        string acquisition = double.IsNaN(insight.Acquisition) ? string.Empty : $", acquisition {Value(insight.Acquisition)}";
        string note = insight.Note is null ? string.Empty : $" ({insight.Note})";
        string outcome = trial.State switch
        {
            TrialState.Complete => Values(trial) + (trial.IsFeasible ? string.Empty : " (infeasible)"),
            TrialState.Partial => FormattableString.Invariant($"{Value(trial.Value)} at budget {trial.Budget?.Amount}"),
            TrialState.Failed => $"failed ({trial.Outcome?.Failure})",
            _ => trial.State.ToString(),
        };
        return FormattableString.Invariant(
            $"{study}: trial {trial.Number} by {insight.Method}{expected}{acquisition}{note}: {Point(space, trial.Point)} → {outcome}");
    }

    /// <summary>Writes a time in the unit that fits it.</summary>
    public static string Time(TimeSpan time) => time.TotalSeconds < 100
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalSeconds):F0} s")
        : time.TotalMinutes < 100
            ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalMinutes):F0} min")
            : string.Create(CultureInfo.InvariantCulture, $"{time.TotalHours:F1} h");

    /// <summary>Gets the first line of a message as a sentence.</summary>
    public static string FirstLine(string? text)
    {
        string line = (text ?? string.Empty).Trim().Split('\n')[0].TrimEnd();
        return line.Length == 0 ? "No message." : line[^1] is '.' or '!' or '?' ? line : line + ".";
    }

    private static string Text(Parameter parameter, double value)
    {
        string text = PointJson.ToText(parameter, value);
        return parameter is NumericParameter { IsInteger: false, Step: null } ? Value(value) : text.Contains(' ') ? $"'{text}'" : text;
    }
}
