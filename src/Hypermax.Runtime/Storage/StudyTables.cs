namespace Hypermax.Storage;

/// <summary>The facts of a study in memory; shared by the stores, which differ only in where they keep them.</summary>
internal sealed class StudyTables
{
    private readonly List<TrialRecord> _trials = [];
    private readonly List<int> _finished = [];
    private readonly List<Steering> _steering = [];
    private readonly List<StudyChange> _changes = [];
    private string? _objective;

    /// <summary>The numbers of the trials that are not finished, smallest first.</summary>
    public SortedSet<int> Running { get; } = [];

    public StudyHeader? Header { get; private set; }

    public IReadOnlyList<TrialRecord> Trials => _trials;

    public IReadOnlyList<int> Finished => _finished;

    public IReadOnlyList<Steering> Steering => _steering;

    public IReadOnlyList<StudyChange> Changes => _changes;

    public void Begin(StudyHeader header)
    {
        RequireEmpty();
        Header = header;
    }

    /// <summary>Takes back a study that was not kept, for another process began one first; it has no trial yet.</summary>
    public void Withdraw()
    {
        (Header, _objective) = (null, null);
        _steering.Clear();
        _changes.Clear();
    }

    /// <summary>Makes sure that no study has begun.</summary>
    /// <exception cref="InvalidOperationException">One has.</exception>
    public void RequireEmpty()
    {
        if (Header is not null)
        {
            throw new InvalidOperationException($"The store holds study '{Header.Name}' already; a store holds one study. Use another folder.");
        }
    }

    /// <summary>Adds a running trial, or puts an orphan back to work; returns false when the record makes no sense.</summary>
    public bool Start(TrialRecord trial)
    {
        if (trial.Number == _trials.Count)
        {
            _trials.Add(trial);
            Running.Add(trial.Number);
            return true;
        }

        if (trial.Number < _trials.Count && !_trials[trial.Number].IsFinished)
        {
            _trials[trial.Number] = trial;
            return true;
        }

        return false;
    }

    /// <summary>Ends a running trial; returns false when it is unknown or has ended before, in which case the first end counts.</summary>
    public bool Finish(TrialRecord trial)
    {
        if (trial.Number >= _trials.Count || _trials[trial.Number].IsFinished)
        {
            return false;
        }

        _trials[trial.Number] = trial.Objective == _objective ? trial : trial with { Objective = _objective };
        Running.Remove(trial.Number);
        _finished.Add(trial.Number);
        return true;
    }

    /// <summary>Takes back an end that was not kept, for another one of the trial was.</summary>
    /// <param name="number">The number of a trial that ended.</param>
    public void Reopen(int number)
    {
        _trials[number] = _trials[number] with { State = TrialState.Running, Outcome = null };
        _finished.Remove(number);
        Running.Add(number);
    }

    /// <summary>Makes room for trials whose records were lost: they stand as running, without a point, until their end is read.</summary>
    public void FillTo(int count)
    {
        while (_trials.Count < count)
        {
            double[] nothing = new double[Header!.Space.Count];
            Array.Fill(nothing, double.NaN);
            Running.Add(_trials.Count);
            _trials.Add(new TrialRecord { Number = _trials.Count, Point = Point.Owning(nothing), State = TrialState.Running, IsLost = true });
        }
    }

    public void Change(StudyChange change)
    {
        _changes.Add(change);
        Header = change.Method is { } method ? Header! with { Method = method, MethodOptions = change.MethodOptions }
            : change.MethodOptions is { } methodOptions ? Header! with { MethodOptions = methodOptions }
            : Header;
        _objective = change.Objective ?? _objective;
        for (int i = 0; change.Leaders is not null && i < _trials.Count; i++)
        {
            _trials[i] = _trials[i] with { IsSetApart = _trials[i].IsFinished && _trials[i].Objective != _objective };
        }
    }

    public void Steer(Steering steering) => _steering.Add(steering);
}
