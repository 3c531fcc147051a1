namespace Hypermax.Hosting;

/// <summary>A search that runs while the application does: how it stands, and what it found.</summary>
/// <remarks>A service: <c>provider.GetRequiredKeyedService&lt;HostedSearch&gt;("forest")</c>, or all of them.
/// Safe to use from several threads at once.</remarks>
public sealed class HostedSearch
{
    /// <summary>How many of the last trials <see cref="FailedShare"/> looks at.</summary>
    internal const int Recent = 20;

    private readonly TaskCompletionSource<StudyResult> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly object _gate = new();
    private readonly Queue<bool> _failures = new();
    private Study? _study;
    private StudyProgress? _progress;
    private HostedSearchState _state;
    private DateTimeOffset? _lastTrial;

    internal HostedSearch(string name)
    {
        Name = name;

        // A host that ignores what fails in the background may never look at it.
        _ = _completion.Task.ContinueWith(static task => task.Exception, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously);
    }

    /// <summary>Gets the name of the search, which is that of its study.</summary>
    public string Name { get; }

    /// <summary>Gets where it stands.</summary>
    public HostedSearchState State
    {
        get
        {
            lock (_gate)
            {
                return _state;
            }
        }
    }

    /// <summary>Gets the study while the search runs, to steer or to look at; null before and after.</summary>
    public Study? Study
    {
        get
        {
            lock (_gate)
            {
                return _study;
            }
        }
    }

    /// <summary>Gets how the search stood after the last trial that finished; null before the first since the start.</summary>
    public StudyProgress? Progress
    {
        get
        {
            lock (_gate)
            {
                return _progress;
            }
        }
    }

    /// <summary>Gets how the search ended: completes when a stop rule holds or the host stops, and fails with what ended it by error. Of a search that is
    /// switched off it is cancelled.</summary>
    public Task<StudyResult> Completion => _completion.Task;

    /// <summary>Gets the part of the last twenty trials that failed; 0 before the first.</summary>
    internal double FailedShare
    {
        get
        {
            lock (_gate)
            {
                return _failures.Count == 0 ? 0 : (double)_failures.Count(failed => failed) / _failures.Count;
            }
        }
    }

    /// <summary>Gets how many trials <see cref="FailedShare"/> is of.</summary>
    internal int RecentTrials
    {
        get
        {
            lock (_gate)
            {
                return _failures.Count;
            }
        }
    }

    /// <summary>Gets when the search last began or finished a trial; null before it began.</summary>
    internal DateTimeOffset? LastSign
    {
        get
        {
            lock (_gate)
            {
                return _lastTrial;
            }
        }
    }

    internal void Begin(Study study, DateTimeOffset now)
    {
        lock (_gate)
        {
            (_study, _state, _lastTrial) = (study, HostedSearchState.Running, now);
        }
    }

    internal void Add(StudyProgress progress, DateTimeOffset now)
    {
        lock (_gate)
        {
            (_progress, _lastTrial) = (progress, now);
            _failures.Enqueue(progress.Trial.State == TrialState.Failed);
            if (_failures.Count > Recent)
            {
                _failures.Dequeue();
            }
        }
    }

    internal void Disable()
    {
        Leave(HostedSearchState.Disabled);
        _completion.TrySetCanceled();
    }

    internal void End(StudyResult result)
    {
        Leave(result.Reason == StopReason.Cancelled ? HostedSearchState.Stopped : HostedSearchState.Finished);
        _completion.TrySetResult(result);
    }

    internal void Fail(Exception error)
    {
        Leave(HostedSearchState.Failed);
        _completion.TrySetException(error);
    }

    private void Leave(HostedSearchState state)
    {
        lock (_gate)
        {
            (_state, _study) = (state, null);
        }
    }
}
