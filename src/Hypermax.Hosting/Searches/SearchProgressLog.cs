using Microsoft.Extensions.Logging;

namespace Hypermax.Hosting.Searches;

/// <summary>Says what happens in a search: every better value, the first failure of each kind, the rest for those who debug.</summary>
internal sealed class SearchProgressLog(ILogger log, string search, SearchSpace space)
{
    private readonly HashSet<FailureKind> _told = [];
    private int? _best;

    public void Add(StudyProgress progress)
    {
        TrialRecord trial = progress.Trial;
        FailureKind failure = trial.Outcome?.Failure ?? FailureKind.None;
        if (trial.State == TrialState.Failed && _told.Add(failure))
        {
            string problem = FirstLine(trial.Outcome?.Message);
            SearchLog.TrialFailed(log, search, trial.Number, failure, problem);
        }
        else if (log.IsEnabled(LogLevel.Debug))
        {
            SearchLog.TrialEnded(log, search, trial.Number, trial.State, trial.Value, trial.Duration.TotalMilliseconds);
        }

        if (progress.Best is { } best && best.Number != _best)
        {
            _best = best.Number;
            if (log.IsEnabled(LogLevel.Information))
            {
                string parameters = Spaces.PointJson.Write(space, best.Point);
                SearchLog.Better(log, search, best.Value, best.Number, progress.Finished, progress.Planned, parameters);
            }
        }
    }

    private static string FirstLine(string? text) => (text ?? "no message").Trim().Split('\n')[0].TrimEnd();
}
