using Hypermax.Build.Protocol;
using Hypermax.Ci;
using Hypermax.Errors;
using Hypermax.Settings;
using Hypermax.Spaces;
using Hypermax.Trials;

namespace Hypermax.Search;

/// <summary>Decides whether a search that came to its own end went well.</summary>
internal sealed class SearchVerdict(SearchTask task, Study study, SearchLines lines)
{
    /// <summary>Judges a search and says what it is blamed for.</summary>
    /// <param name="result">What it found.</param>
    /// <param name="recorded">The value in the tuned file before the search; NaN for none.</param>
    /// <returns><see cref="ExitCodes.Done"/> or <see cref="ExitCodes.Failed"/>.</returns>
    public int Of(StudyResult result, double recorded)
    {
        TrialRecord[] finished = [.. result.Trials.Where(trial => trial.IsFinished)];
        int complete = finished.Count(trial => trial.IsComplete);
        if (complete == 0)
        {
            lines.Say(BuildRules.NothingCompleted, finished.Length == 0 ? NoneEnded(result.Reason) : NoneComplete(finished), task.PositionOf());
            return ExitCodes.Failed;
        }

        if (result.Best is null && Array.Exists(finished, trial => trial is { IsComplete: true, IsFeasible: false }))
        {
            lines.Say(
                BuildRules.NothingFeasible,
                $"None of the {Counted.Of(complete, "complete trial")} of '{study.Name}' keeps all constraints, so there is no best"
                + $"{(task.TunedFile is null ? string.Empty : ", and nothing was written into the tuned file")}. {Nearest(finished)}"
                + "Search longer, widen the space to where they can be kept, or relax them.",
                task.PositionOf());
            return ExitCodes.Failed;
        }

        FailOnFacts facts = FactsOf(result, finished, recorded);
        FailOnRule[] broken = [.. task.Plan.Settings.List(BuildSettings.FailOn).Where(rule => rule.IsBroken(facts))];
        foreach (FailOnRule rule in broken)
        {
            lines.Say(
                BuildRules.ConditionBroken,
                $"Study '{study.Name}' does what {task.Plan.Settings.NameOf(BuildSettings.FailOn)} forbids: {rule.Text}; {rule.Explain(facts)}. "
                + $"Its best value is {TrialText.Value(facts.Value)}; "
                + FormattableString.Invariant($"{complete} of {Counted.Of(finished.Length, "trial")} completed and {facts.Failures} failed. ")
                + $"Search longer with {task.Lasting(StudySettings.Trials, "N")}, improve the objective, or relax the condition.",
                task.PositionOf());
        }

        return broken.Length > 0 ? ExitCodes.Failed : ExitCodes.Done;
    }

    // By the smallest sum of what is broken, each in parts of what is usual: with one constraint, the nearest to its bound.
    private static string Nearest(TrialRecord[] finished)
    {
        TrialRecord[] infeasible = [.. finished.Where(trial => trial is { IsComplete: true, IsFeasible: false })];
        ConstraintScales scales = ConstraintScales.Of(infeasible);
        TrialRecord? nearest = infeasible.MinBy(trial => scales.SumOf(trial.Constraints));
        IEnumerable<string> broken = nearest?.Constraints.Where(value => !value.IsKept)
            .Select(value => $"{value.Name} is {TrialText.Value(value.Value)} ({value.Constraint})") ?? [];
        return nearest is null ? string.Empty : FormattableString.Invariant($"Trial {nearest.Number} comes nearest: {string.Join(", ", broken)}. ");
    }

    private FailOnFacts FactsOf(StudyResult result, TrialRecord[] finished, double recorded) => new(
        result.Best?.Value ?? double.NaN,
        finished.Count(trial => trial.State == TrialState.Failed),
        finished.Count(trial => trial.IsComplete),
        finished.Length)
    {
        Kills = CiStudy.Of(study.Header, result.Trials).Failed.Count(trial => trial.IsKilled),
        Recorded = recorded,
        Default = ValueAtDefaults(finished),
        Target = study.Options.Target ?? double.NaN,
        IsMaximized = study.Header.Directions[0] == Direction.Maximize,
    };

    private double ValueAtDefaults(TrialRecord[] finished)
    {
        if (DefaultPoint.Of(study.Space) is not { } defaults)
        {
            return double.NaN;
        }

        Point point = [.. defaults];
        return Array.Find(finished, trial => trial.IsComplete && trial.Point.Equals(point))?.Value ?? double.NaN;
    }

    private string NoneEnded(StopReason reason) =>
        $"No trial of '{study.Name}' has ended; a search needs values to compare. It was ended by {EndText.Of(reason, task.Plan.Options)}. "
        + $"Give it more, with {task.Lasting(StudySettings.Timeout, "TIME")} or {task.Lasting(StudySettings.Trials, "N")}, or make trials shorter.";

    private string NoneComplete(TrialRecord[] finished)
    {
        string none = $"None of the {Counted.Of(finished.Length, "trial")} of '{study.Name}' completed; a search needs values to compare. ";
        if (Array.Find(finished, trial => trial.State == TrialState.Failed) is not { } first)
        {
            return $"{none}Their objective pruned them all. Let it finish some, then begin afresh with {task.Once(StudySettings.Force, "true")}.";
        }

        string repeat = task.RepeatProperties(first.Number) is { } properties ? $"Repeat it alone with {properties}, correct" : "Correct";
        return none
            + FormattableString.Invariant($"Trial {first.Number} failed ({first.Outcome?.Failure}): {TrialText.FirstLine(first.Outcome?.Message)} ")
            + $"{repeat} the objective, then begin afresh with {task.Once(StudySettings.Force, "true")}.";
    }
}
