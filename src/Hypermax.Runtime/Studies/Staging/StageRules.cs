using Hypermax.Sampling;
using Hypermax.Settings;

namespace Hypermax.Studies.Staging;

/// <summary>What must hold of the stages of a search, whatever its space.</summary>
internal static class StageRules
{
    public static void Check(IReadOnlyList<Stage> stages, Violations found)
    {
        IReadOnlyList<string> names = StagePlan.NamesOf(stages);
        for (int i = 0; i < stages.Count; i++)
        {
            string name = names[i];
            Violations ofStage = found.In(option => found.Name($"{name}.{option}"));
            CheckName(stages[i], names, i, ofStage);
            CheckBudget(stages[i], isLast: i == stages.Count - 1, ofStage);
            CheckParts(stages[i], ofStage);
            CheckNarrowing(stages[i].Narrow, [.. names.Take(i)], ofStage);
            CheckMethod(stages[i], ofStage);
        }
    }

    private static void CheckName(Stage stage, IReadOnlyList<string> names, int index, Violations found)
    {
        if (stage.Name is not { } name)
        {
            return;
        }

        bool isPlain = name.Length > 0 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');
        found.Require(isPlain, nameof(stage.Name), name, "must consist of letters, digits, dashes, dots and underlines", "Rename it.");
        found.Require(!names.Take(index).Contains(name, StringComparer.Ordinal), nameof(stage.Name), name, "is that of an earlier stage", "Rename one.");
    }

    private static void CheckBudget(Stage stage, bool isLast, Violations found)
    {
        found.Require(stage.Trials is null or > 0, nameof(stage.Trials), stage.Trials, "must be above 0", "Leave the stage out to skip it.");
        found.Require(!(stage.Timeout <= TimeSpan.Zero), nameof(stage.Timeout), stage.Timeout, "must be above 0", "Leave it out for no limit.");
        found.Require(
            isLast || stage.Trials is not null || stage.Timeout is not null,
            nameof(stage.Trials),
            value: null,
            "is needed, or a Timeout, by every stage but the last, or none would follow it",
            "Say how many trials the stage has.");
    }

    private static void CheckParts(Stage stage, Violations found)
    {
        found.Require(stage.AtATime is null or > 0, nameof(stage.AtATime), stage.AtATime, "must be above 0", "Leave it out to change all.");
        bool isOneWay = stage.InTurn.Count == 0 || (stage.AtATime is null && stage.Only.Count == 0);
        found.Require(isOneWay, nameof(stage.InTurn), value: null, "says which parameters are searched, so Only and AtATime cannot", "Choose one.");
        found.Require(stage.InTurn.All(group => group.Count > 0), nameof(stage.InTurn), value: null, "has an empty group", "Remove it.");
    }

    private static void CheckNarrowing(Narrowing? narrow, IReadOnlyList<string> earlier, Violations found)
    {
        if (narrow is null)
        {
            return;
        }

        Violations of = found.In(option => found.Name($"{nameof(Stage.Narrow)}.{option}"));
        of.Require(earlier.Count > 0, nameof(narrow.Top), narrow.Top, "looks at earlier trials, and the first stage has none", "Begin with another stage.");
        of.Require(narrow.Top is > 0 and <= 1, nameof(narrow.Top), narrow.Top, "must be above 0 and at most 1", "Use 0.2 for the best fifth.");
        of.Require(
            narrow is { LowQuantile: >= 0, HighQuantile: <= 1 } && narrow.LowQuantile < narrow.HighQuantile,
            nameof(narrow.LowQuantile),
            narrow.LowQuantile,
            FormattableString.Invariant($"must be 0 or above and below {nameof(narrow.HighQuantile)} ({narrow.HighQuantile}), which is at most 1"),
            "Use 0.05 and 0.95.");
        of.Require(narrow.Margin >= 0 && double.IsFinite(narrow.Margin), nameof(narrow.Margin), narrow.Margin, "must be 0 or above", "Use 0 for none.");
        of.Require(narrow.ChoiceShare is >= 0 and <= 1, nameof(narrow.ChoiceShare), narrow.ChoiceShare, "must be from 0 to 1", "Use 0 to keep all choices.");
        if (narrow.Of is { } stage && earlier.Count > 0)
        {
            string advice = Errors.NearestName.Of(stage, earlier) is { } nearest ? $"Did you mean '{nearest}'?" : $"They are {string.Join(", ", earlier)}.";
            of.Require(earlier.Contains(stage, StringComparer.Ordinal), nameof(narrow.Of), stage, "must be the name of an earlier stage", advice);
        }
    }

    private static void CheckMethod(Stage stage, Violations found)
    {
        if (stage.Method is null)
        {
            return;
        }

        if (Samplers.Refusal(stage.Method) is { } refusal)
        {
            found.Add(new Violation($"'{found.Name(nameof(stage.Method))}'", "cannot be used", Value: null, refusal));
        }
        else if (stage.MethodOptions is { } options)
        {
            Samplers.Create(stage.Method, options, found.In(option => found.Name($"{nameof(stage.MethodOptions)}.{option}")));
        }
    }
}
