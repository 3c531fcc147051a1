using Hypermax.Budgets;
using Hypermax.Pruning;
using Hypermax.Sampling;
using Hypermax.Storage;
using Hypermax.Telemetry;

namespace Hypermax.Studies;

/// <summary>The trials of a study and their states: each is asked for, may report, and is told once.</summary>
/// <remarks>Safe to use from several threads at once: every member takes a turn of the store.</remarks>
internal sealed class AskTell(IStudyStore store, StudyHeader header, Proposer proposer, StudyOptions options, StudyMeter meter)
{
    private readonly Orphanage _orphans = new(store, options);
    private readonly Dictionary<int, long> _started = [];
    private readonly PruningDesk _pruning = new(
        header, options.Pruner ?? (header.Schedule == Schedules.Default ? new ForecastPruner() : null), proposer.CurvesFor, store);
    private readonly ConstraintDesk _constraints = new(header);
    private readonly OutcomeRules _rules = new(header);
    private readonly Leaders _leaders = new(store, header);
    private IReadOnlyList<TrialRecord> _snapshot = [];
    private (int Finished, int Changes) _snapshotOf;

    /// <summary>Gets all trials in the order of their numbers, as they stand now; the same list as long as nothing changed.</summary>
    public IReadOnlyList<TrialRecord> Trials
    {
        get
        {
            using (store.Look())
            {
                bool isCurrent = _snapshot.Count == store.Trials.Count && _snapshotOf == (store.Finished.Count, store.Changes.Count)
                    && store.Running.All(number => ReferenceEquals(_snapshot[number], store.Trials[number]));
                if (!isCurrent)
                {
                    (_snapshot, _snapshotOf) = ([.. store.Trials], (store.Finished.Count, store.Changes.Count));
                }

                return _snapshot;
            }
        }
    }

    /// <summary>Gets the best trial: with several objectives the knee of the front.</summary>
    public TrialRecord? Best
    {
        get
        {
            using (store.Look())
            {
                return _leaders.Best();
            }
        }
    }

    /// <summary>Gets the trials that none dominates.</summary>
    public IReadOnlyList<TrialRecord> Front
    {
        get
        {
            using (store.Look())
            {
                return _leaders.Front();
            }
        }
    }

    /// <summary>Gets the number of the trial that was the first at the point of one that continues others; else its own.</summary>
    public int FirstOf(TrialRecord trial)
    {
        using (store.Look())
        {
            TrialRecord first = trial;
            while (first.Budget?.Continues is int earlier)
            {
                first = store.Trials[earlier];
            }

            return first.Number;
        }
    }

    /// <summary>Obtains the next trial, or null when every point of a finite space has been tried.</summary>
    public TrialRecord? Ask() => TryAsk(_ => true, out _, waits: false);

    /// <summary>Asks for the next trial if the study may have one and need not wait for an outcome that its proposal depends on.</summary>
    /// <param name="mayStart">Given how many trials run in other processes, tells whether one more is wanted.</param>
    /// <param name="isExhausted">Whether every point of a finite space has been tried.</param>
    /// <param name="waits">Whether it waits for outcomes at all.</param>
    public TrialRecord? TryAsk(Func<int, bool> mayStart, out bool isExhausted, bool waits = true)
    {
        while (true)
        {
            long began = StudyMeter.BeginAsk();
            TrialRecord? trial;
            using (store.Enter())
            {
                trial = AskWithin(mayStart, out isExhausted, waits);
            }

            if (trial is null)
            {
                return null;
            }

            if (IsKept(trial))
            {
                meter.Asked(began);
                return trial;
            }
        }
    }

    /// <summary>Records an intermediate value of a running trial; a later one at the same step replaces the earlier.</summary>
    /// <returns>Why the trial should be stopped, or null.</returns>
    public string? Report(int number, TrialReport report)
    {
        using (store.Enter())
        {
            CheckRunning(number);
            store.Report(number, report);
            return _pruning.Report(store.Trials[number], report);
        }
    }

    /// <summary>Records an intermediate value that comes again with the outcome, unless the trial was told elsewhere meanwhile.</summary>
    /// <returns>Why the trial should be stopped, or null.</returns>
    public string? ReportFirst(int number, TrialReport report)
    {
        using (store.Enter())
        {
            if (store.Trials[number].IsFinished)
            {
                return null;
            }

            store.Report(number, report);
            return _pruning.Report(store.Trials[number], report);
        }
    }

    /// <summary>Notes the value of a running trial for a constraint; it is recorded with the outcome.</summary>
    public void Constrain(int number, ConstraintValue value)
    {
        using (store.Enter())
        {
            CheckRunning(number);
            _constraints.Note(number, value);
        }
    }

    /// <summary>Gets why a running trial should be stopped, or null when it should go on.</summary>
    public string? VerdictOn(int number)
    {
        using (store.Look())
        {
            return _pruning.VerdictOn(number);
        }
    }

    /// <summary>Forgets what a trial reported, for it is evaluated once more.</summary>
    public void ForgetReports(int number)
    {
        using (store.Enter())
        {
            _pruning.Forget(number);
            _constraints.Forget(number);
        }
    }

    /// <summary>Records how a trial ended.</summary>
    public TrialRecord Tell(int number, TrialOutcome outcome, int worker = 0)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        TrialRecord finished;
        using (store.Enter())
        {
            TrialRecord running = CheckRunning(number);
            TrialOutcome whole = _constraints.Complete(number, outcome);
            _rules.Check(whole);
            finished = Finish(running, whole, worker);
        }

        meter.Told(finished);
        TrialSpan.OfTold(header.Name, finished);
        options.AfterTrial?.Invoke(finished);
        return finished;
    }

    /// <summary>Records how a trial ended, unless another process has told it meanwhile, and may ask for the next one in the same turn.</summary>
    /// <param name="number">The number of the trial.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="worker">Where it ran.</param>
    /// <param name="mayStart">Tells whether a next one is wanted, given how many trials run in other processes; null to ask for none.</param>
    /// <param name="next">The next trial, which runs here from now on; null when there is none, or not in this turn.</param>
    /// <returns>The finished trial, or null when the other's outcome counts.</returns>
    public TrialRecord? TellFirst(int number, TrialOutcome outcome, int worker, Func<int, bool>? mayStart, out TrialRecord? next)
    {
        TrialRecord finished;
        next = null;
        long began;
        using (store.Enter())
        {
            if (store.IsShared && store.Trials[number].IsFinished)
            {
                Forget(number);
                return null;
            }

            finished = Finish(CheckRunning(number), _rules.Mend(_constraints.Complete(number, outcome)), worker);
            began = StudyMeter.BeginAsk();
            next = mayStart is null ? null : AskWithin(mayStart, out _, waits: true);
        }

        meter.Told(finished);
        if (next is not null && IsKept(next))
        {
            meter.Asked(began);
        }
        else
        {
            next = null;
        }

        options.AfterTrial?.Invoke(finished);
        return finished;
    }

    /// <summary>Leaves a trial that was stopped with its search to another process, which runs it at once, or to whoever continues the study.</summary>
    public void Leave(int number)
    {
        using (store.Enter())
        {
            Forget(number);
            if (store.IsShared && !store.Trials[number].IsFinished)
            {
                store.HandBack(number);
            }
        }
    }

    /// <summary>Adds a trial that was evaluated elsewhere.</summary>
    public TrialRecord Add(Point point, TrialOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        using (store.Enter())
        {
            TrialOutcome whole = _constraints.Complete(store.Trials.Count, outcome);
            _rules.Check(whole);
            TrialRecord running = New(store.Trials.Count, point, Insight.Added);
            store.Start(running);
            return Finish(running, whole, worker: 0);
        }
    }

    /// <summary>Records what a person told the study to do, from the next trial on.</summary>
    public void Steer(Func<int, Steering> steering)
    {
        using (store.Enter())
        {
            store.Steer(steering(store.Trials.Count));
            Note();
        }
    }

    /// <summary>Tells whether trials wait to be evaluated again, whatever the budget says.</summary>
    public bool HasRemeasures()
    {
        using (store.Look())
        {
            return Remeasuring.Next(store) is not null;
        }
    }

    /// <summary>Tells whether the last stage of the search has used up its time.</summary>
    public bool AreStagesOver()
    {
        using (store.Look())
        {
            return proposer.AreStagesOver;
        }
    }

    /// <summary>Waits until others may have recorded something, for a second at most.</summary>
    public Task WaitForOthersAsync(CancellationToken cancellation) => store.WaitForOthersAsync(TimeSpan.FromSeconds(1), cancellation);

    /// <summary>Gets whether other processes may work on the study, too.</summary>
    public bool IsShared => store.IsShared;

    /// <summary>Tells whether trials of this study run in other processes, or wait for somebody.</summary>
    public bool HasOthers()
    {
        using (store.Look())
        {
            return store.IsShared && store.Running.Count > 0;
        }
    }

    /// <summary>Gets the trials that finished, here or in another process, since as many had.</summary>
    public IReadOnlyList<TrialRecord> FinishedSince(int count)
    {
        using (store.Look())
        {
            return [.. store.Finished.Skip(count).Select(number => store.Trials[number])];
        }
    }

    /// <summary>Tells whether what further trials could gain is estimated to be below the noise.</summary>
    public bool IsRegretBelowNoise()
    {
        using (store.Look())
        {
            return proposer.IsRegretBelowNoise();
        }
    }

    // The question and the ask: between two turns, another process could take the last trial.
    private TrialRecord? AskWithin(Func<int, bool> mayStart, out bool isExhausted, bool waits)
    {
        isExhausted = false;
        TrialRecord? trial = _orphans.Next(Propose);
        if (trial is null)
        {
            if (!mayStart(store.IsShared ? store.Running.Count : 0) || (waits && !proposer.IsReadyFor(store.Trials.Count)))
            {
                return null;
            }

            trial = Propose(store.Trials.Count);
            isExhausted = trial is null;
        }

        return trial is null ? null : Start(trial);
    }

    private TrialRecord? Propose(int number)
    {
        Proposal proposal = proposer.Propose(number);
        return proposal.IsExhausted ? null : New(number, new Point(proposal.Vector), proposal.Insight) with { Budget = proposal.Budget };
    }

    // Where a store loses touch just as a turn ends, another process may have taken its number.
    private bool IsKept(TrialRecord trial)
    {
        if (!store.IsShared)
        {
            return true;
        }

        using (store.Look())
        {
            TrialRecord kept = store.Trials[trial.Number];
            return !kept.IsFinished && kept.Started == trial.Started && kept.Retries == trial.Retries && kept.Point.SequenceEqual(trial.Point);
        }
    }

    private TrialRecord New(int number, Point point, Insight insight) => new()
    {
        Number = number,
        Point = point,
        State = TrialState.Running,
        Started = options.Clock.GetUtcNow(),
        Insight = insight,
    };

    private TrialRecord Start(TrialRecord record)
    {
        store.Start(record);
        _pruning.Forget(record.Number);
        _constraints.Forget(record.Number);
        _started[record.Number] = options.Clock.GetTimestamp();
        Note();
        return record;
    }

    // It no longer runs here, whatever becomes of it elsewhere.
    private void Forget(int number)
    {
        _pruning.Forget(number);
        _constraints.Forget(number);
        _started.Remove(number);
        Note();
    }

    private void Note()
    {
        if (Instruments.IsStandingAsked)
        {
            meter.Note(store, _started.Count, proposer.Queued, _leaders);
        }
    }

    private TrialRecord CheckRunning(int number)
    {
        TrialRecord running = number >= 0 && number < store.Trials.Count
            ? store.Trials[number]
            : throw new InvalidOperationException(
                FormattableString.Invariant(
                    $"Study '{header.Name}' has no trial {number}; it has {Errors.Counted.Of(store.Trials.Count, "trial")}. Tell a trial that was asked for."));
        return !running.IsFinished
            ? running
            : throw new InvalidOperationException(
                FormattableString.Invariant(
                    $"Trial {number} of study '{header.Name}' was told before ({running.State}); a finished trial never changes. Tell each trial once."));
    }

    private TrialRecord Finish(TrialRecord running, TrialOutcome outcome, int worker)
    {
        TrialOutcome whole = Rated(running, _pruning.Complete(running.Number, outcome));
        _pruning.Forget(running.Number);
        _constraints.Forget(running.Number);
        TrialRecord finished = running with
        {
            State = whole.State,
            Outcome = whole,
            Worker = worker,
            Duration = DurationOf(running),
        };
        store.Finish(finished);
        Note();
        return store.Trials[running.Number];
    }

    // A value at a smaller budget is not one of the objective itself.
    private TrialOutcome Rated(TrialRecord trial, TrialOutcome outcome) =>
        outcome.State is TrialState.Complete or TrialState.Partial && trial.Budget is { } budget
        ? outcome with { State = budget.Amount < header.Fidelity!.Max ? TrialState.Partial : TrialState.Complete }
        : outcome;

    // The wall clock may be set meanwhile; it counts only for trials that another process started.
    private TimeSpan DurationOf(TrialRecord running)
    {
        TimeSpan duration = _started.Remove(running.Number, out long started)
            ? options.Clock.GetElapsedTime(started)
            : options.Clock.GetUtcNow() - running.Started;
        return duration > TimeSpan.Zero ? duration : TimeSpan.Zero;
    }
}
