using System.Globalization;
using Hypermax.Search;

namespace Hypermax.Testing.Searching;

/// <summary>Says where a search stands: every better value, the first failure, and every tenth of the way.</summary>
internal sealed class TestProgress(SearchSpace space, Direction direction, Action<string> say)
{
    private int? _best;
    private bool _hasFailure;

    /// <summary>Takes note of a finished trial.</summary>
    public void Add(StudyProgress progress)
    {
        TrialRecord trial = progress.Trial;
        if (trial.State == TrialState.Failed && !_hasFailure)
        {
            _hasFailure = true;
            say(FormattableString.Invariant($"  trial {trial.Number} failed ({trial.Outcome?.Failure}): {TrialText.FirstLine(trial.Outcome?.Message)}"));
        }

        if (progress.Best is { } best && best.Number != _best)
        {
            _best = best.Number;
            say(string.Create(CultureInfo.InvariantCulture,
                $"  {progress.Finished}/{progress.Planned} best {direction.FigureName()} {TrialText.Value(best.Value)}: "
                + $"{TrialText.Point(space, best.Point)}"));
        }
        else if (progress.Finished % Math.Max(1, progress.Planned / 10) == 0)
        {
            say(FormattableString.Invariant($"  {progress.Finished}/{progress.Planned}"));
        }
    }
}
