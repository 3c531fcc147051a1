using Hypermax.Execution;

namespace Hypermax.Search;

/// <summary>Says about once a second where a search stands: <c>Train 7/100 loss 0.08 best 0.04 (trial 5) 12 s left</c>.</summary>
/// <remarks>
/// While a trial takes long, every half minute: how long it has taken, its parameters, and what ends it, so that nobody thinks
/// the build hangs and everybody can tell whether the objective does.
/// </remarks>
internal sealed class SearchProgress : IDisposable
{
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Seldom = TimeSpan.FromSeconds(30);
    private readonly string _name;
    private readonly Direction _direction;
    private readonly SearchLines _lines;
    private readonly RunningTrials _running;
    private readonly TimeSpan? _limit;
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;
    private readonly Lock _lock = new();
    private StudyProgress? _latest;
    private bool _isNew;
    private long _said;

    /// <param name="name">The study.</param>
    /// <param name="direction">Its direction.</param>
    /// <param name="running">Knows which trials run.</param>
    /// <param name="limit">The longest time a trial may take, or null.</param>
    /// <param name="lines">Where to say it.</param>
    /// <param name="clock">Tells the time.</param>
    public SearchProgress(string name, Direction direction, RunningTrials running, TimeSpan? limit, SearchLines lines, TimeProvider clock)
    {
        _name = name;
        _direction = direction;
        _lines = lines;
        _running = running;
        _limit = limit;
        _clock = clock;
        _said = clock.GetTimestamp();
        _timer = clock.CreateTimer(_ => Tick(), state: null, Often, Often);
    }

    /// <summary>Takes note of a finished trial.</summary>
    public void Add(StudyProgress progress)
    {
        lock (_lock)
        {
            _isNew = true;
            _latest = progress;
        }
    }

    public void Dispose()
    {
        _timer.Dispose();
        lock (_lock)
        {
            // What happened since the last tick; nothing is said after the search.
            Say(_isNew);
        }
    }

    /// <summary>Says where the search stands while nothing ends; what was left of its time at the last end says nothing any more.</summary>
    internal static string WaitText(string name, StudyProgress? progress, IReadOnlyList<(TrialJob Job, TimeSpan Elapsed)> running, TimeSpan? limit)
    {
        string stand = progress is null
            ? $"{name}: no trial has ended yet"
            : FormattableString.Invariant($"{name} {progress.Finished}/{progress.Planned}{Best(progress)}");
        if (running is not [var (job, elapsed), ..])
        {
            return stand;
        }

        string others = running.Count > 1 ? FormattableString.Invariant($" and {running.Count - 1} more") : string.Empty;
        string end = limit is { } time
            ? $"HypertuneTrialSeconds ends it at {TrialText.Time(time)}"
            : "nothing ends it; HypertuneTrialSeconds would";
        return FormattableString.Invariant(
            $"{stand}; trial {job.Number}{others} running, for {TrialText.Time(elapsed)} by now ({end}): {TrialText.Point(job.Space, job.Point)}");
    }

    internal static string Text(string name, Direction direction, StudyProgress progress)
    {
        string value = progress.Trial.State switch
        {
            TrialState.Complete when !progress.Trial.IsFeasible => $"infeasible ({Figures(direction, progress.Trial)})",
            TrialState.Complete => Figures(direction, progress.Trial),
            TrialState.Partial => FormattableString.Invariant(
                $"{direction.FigureName()} {TrialText.Value(progress.Trial.Value)} at budget {progress.Trial.Budget?.Amount}"),
            TrialState.Pruned => "pruned",
            _ => $"failed ({progress.Trial.Outcome?.Failure})",
        };
        string left = progress.Remaining is { } remaining && remaining > TimeSpan.Zero ? $" {TrialText.Time(remaining)} left" : string.Empty;
        return FormattableString.Invariant($"{name} {progress.Finished}/{progress.Planned} {value}{Best(progress)}{left}");
    }

    private static string Best(StudyProgress progress) => progress.Best is { } trial
        ? FormattableString.Invariant($" {(trial.Values.Count > 1 ? "knee" : "best")} {TrialText.Values(trial)} (trial {trial.Number})")
        : string.Empty;

    private static string Figures(Direction direction, TrialRecord trial) =>
        $"{(trial.Values.Count > 1 ? "values" : direction.FigureName())} {TrialText.Values(trial)}";

    private void Tick()
    {
        lock (_lock)
        {
            Say(_isNew || _clock.GetElapsedTime(_said) >= Seldom);
        }
    }

    private void Say(bool isDue)
    {
        if (!isDue)
        {
            return;
        }

        _lines.Progress(_isNew ? Text(_name, _direction, _latest!) : WaitText(_name, _latest, _running.Now, _limit));
        _isNew = false;
        _said = _clock.GetTimestamp();
    }
}
