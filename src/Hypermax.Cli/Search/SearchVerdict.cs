using Hypermax.Build.Protocol;
using Hypermax.Errors;
using Hypermax.Settings;

namespace Hypermax.Search;

/// <summary>Decides whether a search that came to its own end went well.</summary>
internal sealed class SearchVerdict(SearchTask task, string study, SearchLines lines)
{
    /// <summary>Judges a search and says what it is blamed for.</summary>
    /// <param name="result">What it found.</param>
    /// <returns><see cref="ExitCodes.Done"/> or <see cref="ExitCodes.Failed"/>.</returns>
    public int Of(StudyResult result)
    {
        TrialRecord[] finished = [.. result.Trials.Where(trial => trial.IsFinished)];
        int complete = finished.Count(trial => trial.IsComplete);
        if (complete == 0)
        {
            lines.Say(BuildRules.NothingCompleted, finished.Length == 0 ? NoneEnded(result.Reason) : NoneComplete(finished), task.PositionOf());
            return ExitCodes.Failed;
        }

        int failed = finished.Count(trial => trial.State == TrialState.Failed);
        double best = result.Best?.Value ?? double.NaN;
        FailOnRule[] broken = [.. task.Plan.Settings.List(BuildSettings.FailOn).Where(rule => rule.IsBroken(best, failed, complete, finished.Length))];
        foreach (FailOnRule rule in broken)
        {
            lines.Say(
                BuildRules.ConditionBroken,
                $"Study '{study}' does what HypertuneFailOn forbids: {rule.Text}. Its best value is {TrialText.Value(best)}; "
                + FormattableString.Invariant($"{complete} of {Counted.Of(finished.Length, "trial")} completed and {failed} failed. ")
                + "Search longer with -p:HypertuneTrials, improve the objective, or relax the condition.",
                task.PositionOf());
        }

        return broken.Length > 0 ? ExitCodes.Failed : ExitCodes.Done;
    }

    private string NoneEnded(StopReason reason) =>
        $"No trial of '{study}' has ended; a search needs values to compare. It was ended by {EndText.Of(reason, task.Plan.Options)}. "
        + "Give it more, with -p:HypertuneTimeout or -p:HypertuneTrials, or make trials shorter.";

    private string NoneComplete(TrialRecord[] finished)
    {
        string none = $"None of the {Counted.Of(finished.Length, "trial")} of '{study}' completed; a search needs values to compare. ";
        if (Array.Find(finished, trial => trial.State == TrialState.Failed) is not { } first)
        {
            return none + "Their objective pruned them all. Let it finish some, then begin afresh with -p:HypertuneForce=true.";
        }

        string repeat = task.RepeatProperties(first.Number) is { } properties ? $"Repeat it alone with {properties}, correct" : "Correct";
        return none
            + FormattableString.Invariant($"Trial {first.Number} failed ({first.Outcome?.Failure}): {TrialText.FirstLine(first.Outcome?.Message)} ")
            + $"{repeat} the objective, then begin afresh with -p:HypertuneForce=true.";
    }
}
