using Hypermax.Build.Protocol;

namespace Hypermax.Search;

/// <summary>Shows the first failing trial of a search, with its parameters and where to look next.</summary>
internal sealed class FirstFailure(SearchTask task, SearchLines lines)
{
    private bool _wasShown;

    /// <summary>Looks at a finished trial.</summary>
    public void Look(TrialRecord trial)
    {
        if (_wasShown || trial.State != TrialState.Failed)
        {
            return;
        }

        _wasShown = true;
        lines.Say(BuildRules.TrialFailed, string.Join(Environment.NewLine, Text(trial)), task.PositionOf(trial.Outcome?.Position));
    }

    private IEnumerable<string> Text(TrialRecord trial)
    {
        yield return FormattableString.Invariant(
            $"Trial {trial.Number} of '{task.Name}' failed ({trial.Outcome?.Failure}): {TrialText.FirstLine(trial.Outcome?.Message)} The search goes on.");
        yield return $"  parameters: {TrialText.Point(task.Space, trial.Point)}";
        if (task.RepeatProperties(trial.Number) is { } properties)
        {
            yield return $"  repeat it alone: dotnet build \"{task.Project}\" -t:Hypertune {properties}";
        }
        else if (trial.Outcome?.Log is { } log)
        {
            yield return $"  what it wrote: {Path.Combine(task.Folder, log)}";
        }
    }
}
