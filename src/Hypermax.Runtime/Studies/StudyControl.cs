namespace Hypermax.Studies;

/// <summary>What may change about a search while it runs: how many trials it has, whether new ones start, and which of those that run go on.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
internal sealed class StudyControl(int trials)
{
    private readonly object _lock = new();
    private TaskCompletionSource _changed = NewSignal();
    private int _trials = trials;
    private bool _isPaused;
    private bool _isStopping;

    /// <summary>Gets the trials that run here.</summary>
    public StoppableTrials Running { get; } = new();

    /// <summary>Gets or sets how many trials the study has when it is finished.</summary>
    public int Trials
    {
        get => Volatile.Read(ref _trials);
        set => Change(() => _trials = value);
    }

    /// <summary>Gets or sets whether no new trials start for the time being.</summary>
    public bool IsPaused
    {
        get => Volatile.Read(ref _isPaused);
        set => Change(() => _isPaused = value);
    }

    /// <summary>Gets or sets whether the search ends when the running trials have ended.</summary>
    public bool IsStopping
    {
        get => Volatile.Read(ref _isStopping);
        set => Change(() => _isStopping = value);
    }

    /// <summary>Gets what ends at the next change; to be taken before looking at the rest.</summary>
    public Task Changed => Volatile.Read(ref _changed).Task;

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Change(Action change)
    {
        TaskCompletionSource before;
        lock (_lock)
        {
            change();
            before = _changed;
            Volatile.Write(ref _changed, NewSignal());
        }

        before.SetResult();
    }
}
