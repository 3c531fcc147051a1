using System.Collections.Frozen;
using System.Diagnostics;
using Hypermax.Dashboard.Charts;
using Hypermax.Dashboard.Trials;
using Hypermax.Storage.Journal;
using Hypermax.Studies.Guiding;
using Hypermax.Studies.Watching;

namespace Hypermax.Dashboard.Live;

/// <summary>One study that is followed: its latest moment, and a signal for every change.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
internal sealed class LiveStudy(StudySource source, StudyPlace place) : IDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan BetweenOwners = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenStatuses = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan BetweenOpenings = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private IStudyFeed? _feed;
    private volatile StudyMoment _moment = new() { Version = 0 };
    private volatile TaskCompletionSource _changed = NewSignal();
    private long _lookedAt;
    private long _ownerAt;
    private long _statusAt;
    private long _openedAt;
    private long _usedAt = Stopwatch.GetTimestamp();
    private volatile GuideStatus? _status;
    private int _isAsking;
    private int _watchers;
    private bool _isDisposed;

    public StudyPlace Place => place;

    /// <summary>Gets the latest moment.</summary>
    public StudyMoment Moment => _moment;

    /// <summary>Gets what ends at the next change; to be taken before looking at the moment.</summary>
    public Task Changed => _changed.Task;

    /// <summary>Gets the charts.</summary>
    public StudyCharts Charts { get; } = new();

    /// <summary>Gets the selections of trials that pages leaf through.</summary>
    public TrialSelections Selections { get; } = new();

    /// <summary>Gets what its running trials use.</summary>
    public TrialUsages Usages { get; } = new(place);

    /// <summary>Gets how many pages look at the study.</summary>
    public int Watchers => Volatile.Read(ref _watchers);

    /// <summary>Gets whether nobody has asked for the study for a while.</summary>
    public bool IsIdle(TimeSpan since) => Watchers == 0 && Stopwatch.GetElapsedTime(Volatile.Read(ref _usedAt)) > since;

    /// <summary>Tells whether the study comes from a source.</summary>
    public bool IsOf(StudySource other) => ReferenceEquals(source, other);

    /// <summary>Counts a page that looks, until the result is disposed.</summary>
    public IDisposable Watch()
    {
        Interlocked.Increment(ref _watchers);
        return new Leaving(this);
    }

    /// <summary>Makes sure that the study is read, as far as it has come, and notes that somebody wants it.</summary>
    // A study that pages watch is looked at by the board, once it is read.
    public StudyMoment Use()
    {
        Volatile.Write(ref _usedAt, Stopwatch.GetTimestamp());
        bool isUnread = _moment.Version == 0 || (_feed is null && _moment.Trouble is null);
        if (isUnread || (Watchers == 0 && Stopwatch.GetElapsedTime(Volatile.Read(ref _lookedAt)) > BetweenLooks))
        {
            Look();
        }

        return _moment;
    }

    /// <summary>Reads what is new.</summary>
    public void Look()
    {
        lock (_lock)
        {
            if (_isDisposed)
            {
                return;
            }

            Volatile.Write(ref _lookedAt, Stopwatch.GetTimestamp());
            try
            {
                Read();
            }
            catch (StudyAwayException error) when (_feed is not null)
            {
                // What was read stays read.
                Lose(error);
            }
            catch (Exception error)
            {
                // Whatever is wrong with one study, the others are still shown.
                Close();
                Lose(error);
            }
        }
    }

    /// <summary>Asks the search where it stands at the next look.</summary>
    public void ForgetStatus() => Volatile.Write(ref _statusAt, 0);

    /// <summary>Lets go of the trials; they are read again when somebody wants them.</summary>
    public void Release()
    {
        lock (_lock)
        {
            Close();
            Charts.Clear();
            Selections.Clear();
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            Close();
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Read()
    {
        bool isNew = false;
        if (_feed is null)
        {
            if (_openedAt != 0 && Stopwatch.GetElapsedTime(_openedAt) < BetweenOpenings)
            {
                return;
            }

            _openedAt = Stopwatch.GetTimestamp();
            (_feed, isNew) = (place.Follow(), true);
        }

        isNew |= _feed.ReadNew();
        (string? owner, GuideStatus? search) = (_moment.Owner, _moment.Search);
        if (isNew || _ownerAt == 0 || Stopwatch.GetElapsedTime(_ownerAt) > BetweenOwners)
        {
            _ownerAt = Stopwatch.GetTimestamp();
            owner = _feed.Owner();
        }

        if (owner is null)
        {
            (search, _status) = (null, null);
        }
        else
        {
            search = _status ?? search;
            AskStatus(_feed);
        }

        if (isNew || owner != _moment.Owner || search != _moment.Search || _moment.Trouble is not null)
        {
            IReadOnlyList<TrialRecord> trials = isNew || _moment.Trouble is not null ? _feed.Trials : _moment.Trials;
            StudyMoment moment = new()
            {
                Version = _moment.Version + 1,
                Header = _feed.Header,
                Trials = trials,
                Steering = _feed.Steering,
                Reports = trials.Where(trial => !trial.IsFinished).Select(trial => (trial.Number, Reports: _feed.ReportsOf(trial.Number)))
                    .Where(trial => trial.Reports.Count > 0).ToDictionary(trial => trial.Number, trial => trial.Reports),
                Waiting = owner is null ? FrozenSet<int>.Empty : _feed.Waiting(),
                Damaged = _feed.Damaged,
                Owner = owner,
                Search = search,
            };

            // Counted here, where it is known which study is to blame for figures that make no sense.
            _ = moment.Counts;
            Tell(moment);
        }
    }

    // The search answers within a fifth of a second, or never: nobody waits for it here.
    private void AskStatus(IStudyFeed feed)
    {
        bool isDue = Volatile.Read(ref _statusAt) == 0 || (Watchers > 0 && Stopwatch.GetElapsedTime(Volatile.Read(ref _statusAt)) > BetweenStatuses);
        if (isDue && Interlocked.Exchange(ref _isAsking, 1) == 0)
        {
            Volatile.Write(ref _statusAt, Stopwatch.GetTimestamp());
            _ = Task.Run(() =>
            {
                try
                {
                    _status = feed.AskStatus();
                }
                finally
                {
                    Volatile.Write(ref _isAsking, 0);
                }
            });
        }
    }

    // What was read last stays on the page, with what happened since.
    private void Lose(Exception error)
    {
        if (_moment.Trouble != error.Message)
        {
            Tell(new StudyMoment
            {
                Version = _moment.Version + 1,
                Header = _moment.Header,
                Trials = _moment.Trials,
                Steering = _moment.Steering,
                Damaged = _moment.Damaged,

                // While nobody can be asked, trials that ran are not interrupted for all one knows.
                Owner = error is StudyAwayException ? _moment.Owner : null,
                Trouble = error.Message,
                IsGone = error is StudyGoneException,
            });
        }
    }

    private void Tell(StudyMoment moment)
    {
        _moment = moment;
        TaskCompletionSource before = _changed;
        _changed = NewSignal();
        before.SetResult();
    }

    private void Close()
    {
        _feed?.Dispose();
        _feed = null;
        (_ownerAt, _statusAt) = (0, 0);
    }

    private sealed class Leaving(LiveStudy study) : IDisposable
    {
        private int _hasLeft;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _hasLeft, 1) == 0)
            {
                Interlocked.Decrement(ref study._watchers);
                Volatile.Write(ref study._usedAt, Stopwatch.GetTimestamp());
            }
        }
    }
}
