namespace Hypermax.Tune;

/// <summary>Says about once a second where a search stands: <c>Train 7/100 loss 0.08 best 0.04 (trial 5) 12 s left</c>.</summary>
/// <remarks>A trial that takes long is mentioned every half minute, so that nobody thinks the build hangs.</remarks>
internal sealed class SearchProgress : IDisposable
{
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Seldom = TimeSpan.FromSeconds(30);
    private readonly string _name;
    private readonly Direction _direction;
    private readonly BuildLines _lines;
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;
    private readonly Lock _lock = new();
    private StudyProgress? _latest;
    private bool _isNew;
    private long _said;

    public SearchProgress(string name, Direction direction, BuildLines lines, TimeProvider clock)
    {
        _name = name;
        _direction = direction;
        _lines = lines;
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

    internal static string Text(string name, Direction direction, StudyProgress progress)
    {
        string value = progress.Trial.State switch
        {
            TrialState.Complete => $"{(direction == Direction.Maximize ? "value" : "loss")} {TrialText.Value(progress.Trial.Value)}",
            TrialState.Pruned => "pruned",
            _ => $"failed ({progress.Trial.Outcome?.Failure})",
        };
        string best = progress.Best is { } trial ? FormattableString.Invariant($" best {TrialText.Value(trial.Value)} (trial {trial.Number})") : string.Empty;
        string left = progress.Remaining is { } remaining && remaining > TimeSpan.Zero ? $" {TrialText.Time(remaining)} left" : string.Empty;
        return FormattableString.Invariant($"{name} {progress.Finished}/{progress.Planned} {value}{best}{left}");
    }

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

        _lines.Progress(_latest is null ? $"{_name}: a trial is running, none has ended yet" : Text(_name, _direction, _latest) + (_isNew ? string.Empty : ", the next trial is still running"));
        _isNew = false;
        _said = _clock.GetTimestamp();
    }
}
