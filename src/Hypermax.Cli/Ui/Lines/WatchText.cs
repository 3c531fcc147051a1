using Hypermax.Build.Protocol;
using Hypermax.Errors;
using Hypermax.Execution;
using Hypermax.Folder;
using Hypermax.Search;
using Hypermax.Summary;

namespace Hypermax.Ui.Lines;

/// <summary>Tells a watched search as lines for people and problem matchers: where it stands, and failures at the line of the code that threw.</summary>
/// <param name="folder">The folder of the study.</param>
/// <param name="output">Takes the lines.</param>
internal sealed class WatchText(string folder, TextWriter output) : IWatchOutput
{
    // More of one kind say nothing new.
    private const int MostFailures = 3;

    private readonly Dictionary<FailureKind, int> _failures = [];
    private readonly SearchLines _lines = new(output, isForBuild: false);
    private int? _planned;

    public void Begin(FolderStatus status)
    {
        string search = status.Owner is null ? "no search runs" : $"watching the search of {status.Owner}";
        _lines.Message($"{status.Data.Header.Name}: {search}, {status.Data.Header.Method}, {Stand(status)}, in {folder}");
    }

    public void Add(FolderStatus status, IReadOnlyList<TrialRecord> ended)
    {
        foreach (TrialRecord trial in ended.Where(trial => trial.State == TrialState.Failed))
        {
            FailureKind kind = trial.Outcome?.Failure ?? FailureKind.None;
            int before = _failures.GetValueOrDefault(kind);
            _failures[kind] = before + 1;
            if (before < MostFailures)
            {
                Fail(status, trial);
            }
        }

        // One line a look, for the last trial that ended: a fast search would fill the terminal.
        StudyProgress progress = new(ended[^1], status.Data.Best, status.Counted, Planned(status) ?? status.Counted, TimeSpan.Zero, status.Left);
        _lines.Progress(SearchProgress.Text(status.Data.Header.Name, status.Data.Direction, progress));
    }

    public void End(FolderStatus status)
    {
        string best = status.Data.Best is { } trial
            ? FormattableString.Invariant($"; best {TrialText.Values(trial)} (trial {trial.Number}): {TrialText.Point(status.Data.Space, trial.Point)}")
            : "; none is usable";
        _lines.Message($"{status.Data.Header.Name}: no search runs any more, {Stand(status)}{best}");
        string report = Path.Combine(folder, "report.html");
        if (File.Exists(report))
        {
            _lines.Message($"  report: {report}");
        }
    }

    private void Fail(FolderStatus status, TrialRecord trial)
    {
        string text = FormattableString.Invariant(
            $"Trial {trial.Number} of '{status.Data.Header.Name}' failed ({trial.Outcome?.Failure}): {TrialText.FirstLine(trial.Outcome?.Message)}");
        _lines.Say(BuildRules.TrialFailed, text, trial.Outcome?.Position);
    }

    // A search that has just ended no longer says what it planned.
    private int? Planned(FolderStatus status) => _planned = status.Search?.Planned ?? _planned;

    private string Stand(FolderStatus status)
    {
        string planned = Planned(status) is int count ? FormattableString.Invariant($" of {count}") : string.Empty;
        return FormattableString.Invariant(
            $"{status.Counted}{planned} trials ({status.Summary.Counts(status.Owner is not null)})");
    }
}
