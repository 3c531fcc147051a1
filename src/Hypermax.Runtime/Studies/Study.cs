using Hypermax.Numerics;
using Hypermax.Sampling;
using Hypermax.Sampling.Guided;
using Hypermax.Spaces;
using Hypermax.Spaces.Changes;
using Hypermax.Spaces.Relations;
using Hypermax.Storage;
using Hypermax.Storage.InMemory;
using Hypermax.Storage.Journal;
using Hypermax.Studies;
using Hypermax.Studies.Migration;

namespace Hypermax;

/// <summary>One optimisation task: a space, objectives, directions and trials; asked for points and told their values.</summary>
/// <remarks>
/// <para>Every trial that was told is in the store before <see cref="Tell(Trial, TrialOutcome)"/> returns.
/// Safe to use from several threads at once.</para>
/// <para>Cost of an ask: that of the sampler, and what <see cref="IStudyStore.Enter"/> costs.</para>
/// </remarks>
public partial class Study : IDisposable
{
    private readonly IStudyStore _store;
    private readonly SpaceGeometry _geometry;
    private readonly RelationMap? _relations;
    private readonly ISampler _sampler;
    private readonly HistoryFeed _feed;
    private readonly ProposalQueue _queue;
    private readonly Queue<int> _orphans = new();
    private readonly bool _ownsStore;
    private readonly Func<double[], bool>? _isValid;
    private readonly Dictionary<int, long> _started = [];
    private int _orphansRead;

    private protected Study(SearchSpace space, StudyOptions options, Func<double[], bool>? isValid)
    {
        StudyOptionsRules.Check(options);
        Space = space;
        Options = options;
        _isValid = isValid;
        _geometry = new SpaceGeometry(space);
        _relations = RelationMap.For(_geometry);
        ISampler sampler = options.Sampler ?? Samplers.Create(options.Method);
        _sampler = options.Guidance.IsEmpty ? sampler : new GuidedSampler(sampler, options.Guidance);
        _ownsStore = options.Store is null;
        Migration = _ownsStore && options.Folder is not null ? StudyMigration.Migrate(options.Folder, space, options.SpaceChange) : null;
        ObjectiveChange? fresh = _ownsStore && options.Folder is not null ? StudyMigration.SetAsideOtherObjective(options.Folder, options) : null;
        _store = options.Store ?? (options.Folder is null ? new InMemoryStore() : new JournalStore(options.Folder, options.Clock));
        try
        {
            Header = StudyOpening.Open(_store, space, options, _sampler.Name, out ObjectiveChange? change);
            ObjectiveChange = fresh ?? change;
        }
        catch
        {
            if (_ownsStore)
            {
                _store.Dispose();
            }

            throw;
        }

        _feed = new HistoryFeed(_store, space.Count, Header.Lag, Header.Directions[0], _relations);
        _queue = new ProposalQueue();
    }

    /// <summary>Gets what the study is.</summary>
    public StudyHeader Header { get; }

    /// <summary>Gets the name of the study.</summary>
    public string Name => Header.Name;

    /// <summary>Gets the space that points are drawn from.</summary>
    public SearchSpace Space { get; }

    /// <summary>Gets the options the study was opened with.</summary>
    public StudyOptions Options { get; }

    /// <summary>Gets the folder of the study, or null when it is kept in memory.</summary>
    public string? Folder => _store.Folder;

    /// <summary>Gets what had to be recovered when the study was opened, in words; empty when all was well.</summary>
    public IReadOnlyList<string> Recovered => _store.Recovered;

    /// <summary>Gets what nothing forbids about the options and yet cannot be meant, one sentence or two each; empty as a rule.</summary>
    public IReadOnlyList<string> Advice => StudyAdvice.Of(Options, Header, _geometry, _sampler, Trials.Count(trial => trial.IsAdded));

    /// <summary>Gets what became of the trials of an earlier version of the space when the study was opened; null when it had not changed.</summary>
    public MigrationReport? Migration { get; }

    /// <summary>Gets what was found when the study was opened with another <see cref="StudyOptions.ObjectiveFingerprint"/> than that of its last trials; else null.</summary>
    public ObjectiveChange? ObjectiveChange { get; }

    /// <summary>Gets what changed about the study on purpose, oldest first.</summary>
    public IReadOnlyList<StudyChange> Changes
    {
        get
        {
            using (_store.Enter())
            {
                return [.. _store.Changes];
            }
        }
    }

    /// <summary>Gets all trials in the order of their numbers, as they stand now.</summary>
    public IReadOnlyList<TrialRecord> Trials
    {
        get
        {
            using (_store.Enter())
            {
                return [.. _store.Trials];
            }
        }
    }

    /// <summary>Gets the complete trial with the best value of the first objective, the earliest of equals; null when none is complete.</summary>
    public TrialRecord? Best
    {
        get
        {
            using (_store.Enter())
            {
                return StudyProgress.BestOf(_store.Trials, Header.Directions[0]);
            }
        }
    }

    /// <summary>Opens or begins a study over a space that was not written as a type.</summary>
    /// <param name="space">The space.</param>
    /// <param name="options">How to search; by default one worker, 100 trials, in memory.</param>
    /// <exception cref="ArgumentException">An option breaks its rule; the message names all that do.</exception>
    /// <exception cref="StudyMismatchException">The folder holds a study of another space, direction, loss, seed, order, lag, method or name.</exception>
    /// <exception cref="JournalFormatException">The folder's journal cannot be read as one.</exception>
    /// <exception cref="StudyInUseException">Another process searches the folder.</exception>
    public static Study Create(SearchSpace space, StudyOptions? options = null) => new(space, options ?? new StudyOptions(), isValid: null);

    /// <summary>Opens or begins a study over the space of a type.</summary>
    /// <typeparam name="T">A <c>[SearchSpace]</c> type.</typeparam>
    /// <param name="options">How to search; by default one worker, 100 trials, in memory.</param>
    /// <exception cref="ArgumentException">An option breaks its rule; the message names all that do.</exception>
    /// <exception cref="StudyMismatchException">The folder holds a study of another space, direction, loss, seed, order, lag, method or name.</exception>
    /// <exception cref="JournalFormatException">The folder's journal cannot be read as one.</exception>
    /// <exception cref="StudyInUseException">Another process searches the folder.</exception>
    public static Study<T> Create<T>(StudyOptions? options = null)
        where T : ISearchSpace<T> => new(T.SearchSpace, options ?? new StudyOptions());

    /// <summary>Obtains the next trial; it is recorded as running before this returns.</summary>
    /// <returns>The trial, or null when every point of a finite space has been tried.</returns>
    public Trial? Ask()
    {
        using (_store.Enter())
        {
            return AskOrphan() ?? AskNext(_store.Trials.Count);
        }
    }

    /// <summary>Tells the value of a trial; NaN and infinities are recorded as failures.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="value">The value of the objective in its own direction.</param>
    /// <returns>The finished trial.</returns>
    /// <exception cref="InvalidOperationException">The trial was told before.</exception>
    public TrialRecord Tell(Trial trial, double value) => Tell(trial, TrialOutcome.Of(value));

    /// <summary>Tells how a trial ended; it is in the store before this returns.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="outcome">How it ended: complete, pruned or failed.</param>
    /// <returns>The finished trial.</returns>
    /// <exception cref="InvalidOperationException">The trial was told before.</exception>
    public TrialRecord Tell(Trial trial, TrialOutcome outcome) => Tell(trial.Number, outcome);

    /// <summary>Tells how a trial ended that is known by its number.</summary>
    /// <param name="number">The number of a running trial.</param>
    /// <param name="outcome">How it ended: complete, pruned or failed.</param>
    /// <returns>The finished trial.</returns>
    /// <exception cref="InvalidOperationException">There is no such trial or it was told before.</exception>
    public TrialRecord Tell(int number, TrialOutcome outcome) => Tell(number, outcome, worker: 0);

    internal TrialRecord Tell(int number, TrialOutcome outcome, int worker)
    {
        using (_store.Enter())
        {
            TrialRecord running = number >= 0 && number < _store.Trials.Count
                ? _store.Trials[number]
                : throw new InvalidOperationException(FormattableString.Invariant($"Study '{Name}' has no trial {number}; it has {Errors.Counted.Of(_store.Trials.Count, "trial")}. Tell a trial that was asked for."));
            if (running.IsFinished)
            {
                throw new InvalidOperationException(FormattableString.Invariant($"Trial {number} of study '{Name}' was told before ({running.State}); a finished trial never changes. Tell each trial once."));
            }

            TrialRecord finished = running with
            {
                State = outcome.State,
                Outcome = outcome,
                Worker = worker,
                Duration = DurationOf(running),
            };
            _store.Finish(finished);
            return finished;
        }
    }

    /// <summary>Tells how a trial ended, unless another process has told it meanwhile.</summary>
    /// <returns>The finished trial, or null when the other's outcome counts.</returns>
    internal TrialRecord? TellFirst(int number, TrialOutcome outcome, int worker)
    {
        using (_store.Enter())
        {
            return _store.IsShared && _store.Trials[number].IsFinished ? null : Tell(number, outcome, worker);
        }
    }

    /// <summary>Adds a trial that was evaluated elsewhere, such as one of an earlier study; samplers learn from it.</summary>
    /// <remarks>It does not count towards <see cref="StudyOptions.Trials"/>, which is a budget for evaluations of this study.</remarks>
    /// <param name="vector">The point in vector form.</param>
    /// <param name="outcome">How the evaluation ended.</param>
    /// <returns>The finished trial.</returns>
    /// <exception cref="ArgumentException">The point is not one of the space.</exception>
    public TrialRecord Add(double[] vector, TrialOutcome outcome)
    {
        CheckPoint(vector);
        using (_store.Enter())
        {
            TrialRecord running = new()
            {
                Number = _store.Trials.Count,
                Vector = [.. vector],
                State = TrialState.Running,
                Started = Options.Clock.GetUtcNow(),
                Insight = new Insight(Insight.AddedMethod),
            };
            _store.Start(running);
            return Tell(running.Number, outcome);
        }
    }

    /// <summary>Adds the finished trials of another study that have a meaning in this one's space: a warm start.</summary>
    /// <remarks>Values travel by name as when a space changes: see <see cref="PointMigration"/>. Added trials do not count towards <see cref="StudyOptions.Trials"/>.</remarks>
    /// <param name="space">The space of the other study.</param>
    /// <param name="trials">Its trials; unfinished ones are passed over.</param>
    /// <returns>How many trials were added.</returns>
    public int AddFrom(SearchSpace space, IEnumerable<TrialRecord> trials)
    {
        PointMigration migration = new(space, Space);
        int added = 0;
        foreach (TrialRecord trial in trials.Where(trial => trial.IsFinished && trial.HasPoint))
        {
            if (migration.Carry(trial.Vector) is { } vector && IsPoint(vector))
            {
                Add(vector, trial.Outcome!);
                added++;
            }
        }

        return added;
    }

    /// <summary>Lets go of the store, if the study opened it itself; trials that run are run again when the study is opened next.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Records an intermediate value of a running trial.</summary>
    internal void Report(int number, TrialReport report)
    {
        using (_store.Enter())
        {
            _store.Report(number, report);
        }
    }

    /// <summary>Asks for the next trial if the study may have one and need not wait for an outcome that its proposal depends on.</summary>
    /// <param name="mayStart">Given how many trials run in other processes, tells whether one more is wanted.</param>
    /// <param name="isExhausted">Whether every point of a finite space has been tried.</param>
    internal Trial? TryAsk(Func<int, bool> mayStart, out bool isExhausted)
    {
        // One turn for the question and the ask: between two, another process could take the last trial.
        using (_store.Enter())
        {
            isExhausted = false;
            if (!(HasOrphan() || mayStart(_store.IsShared ? _store.Running.Count : 0)) || !CanAsk())
            {
                return null;
            }

            Trial? trial = Ask();
            isExhausted = trial is null;
            return trial;
        }
    }

    /// <summary>Tells whether trials wait to be evaluated again, whatever the budget says.</summary>
    internal bool HasRemeasures()
    {
        using (_store.Enter())
        {
            return Remeasuring.Next(_store) is not null;
        }
    }

    /// <summary>Tells whether trials of this study run in other processes, or wait for somebody.</summary>
    internal bool HasOthers()
    {
        using (_store.Enter())
        {
            return _store.IsShared && _store.Running.Count > 0;
        }
    }

    /// <summary>Gets the trials that finished, here or in another process, since as many had.</summary>
    internal IReadOnlyList<TrialRecord> FinishedSince(int count)
    {
        using (_store.Enter())
        {
            return [.. _store.Finished.Skip(count).Select(number => _store.Trials[number])];
        }
    }

    private bool CanAsk()
    {
        int last = _store.Trials.Count - Header.Lag;
        return HasOrphan() || Header.Lag == 0 || last < 0 || _feed.IsFinishedUpTo(last);
    }

    // The wall clock may be set meanwhile; it counts only for trials that another process started.
    private TimeSpan DurationOf(TrialRecord running)
    {
        TimeSpan duration = _started.Remove(running.Number, out long started) ? Options.Clock.GetElapsedTime(started) : Options.Clock.GetUtcNow() - running.Started;
        return duration > TimeSpan.Zero ? duration : TimeSpan.Zero;
    }

    /// <summary>Lets go of the store, if the study opened it itself.</summary>
    /// <param name="disposing">Whether this was called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && _ownsStore)
        {
            _store.Dispose();
        }
    }

    private bool HasOrphan()
    {
        for (; _orphansRead < _store.Orphans.Count; _orphansRead++)
        {
            _orphans.Enqueue(_store.Orphans[_orphansRead]);
        }

        return _orphans.Count > 0;
    }

    private Trial? AskOrphan()
    {
        while (HasOrphan())
        {
            TrialRecord orphan = _store.Trials[_orphans.Dequeue()];
            if (!orphan.HasPoint)
            {
                // Its records are damaged: what its proposal depended on is still there, so it is proposed again.
                if (AskNext(orphan.Number) is { } again)
                {
                    return again;
                }

                _store.Finish(orphan with { State = TrialState.Failed, Outcome = TrialOutcome.Fail(FailureKind.Orphaned, "The records of this trial are damaged, and every point of the space has been tried.") });
                continue;
            }

            if (orphan.Retries < Options.OrphanRetries)
            {
                return Start(orphan with { Started = Options.Clock.GetUtcNow(), Retries = orphan.Retries + 1 });
            }

            _store.Finish(orphan with
            {
                State = TrialState.Failed,
                Outcome = TrialOutcome.Fail(FailureKind.Orphaned, FormattableString.Invariant($"The process that ran the trial died, {orphan.Retries + 1} times in a row. Look at its log, or raise OrphanRetries.")),
            });
        }

        return null;
    }

    private Trial? AskNext(int number)
    {
        _feed.AdvanceTo(number);
        _queue.Read(_store);
        double[]? enqueued = _queue.NextPoint();
        Proposal proposal = enqueued is not null ? new Proposal(enqueued, new Insight("enqueued"))
            : Remeasuring.Next(_store) is { } leader ? new Proposal([.. leader.Vector], new Insight(Remeasuring.Method) { Note = FormattableString.Invariant($"trial {leader.Number} again, under the new code") })
            : Propose(number);
        return proposal.IsExhausted
            ? null
            : Start(new TrialRecord
            {
                Number = number,
                Vector = proposal.Vector,
                State = TrialState.Running,
                Started = Options.Clock.GetUtcNow(),
                Insight = proposal.Insight,
            });
    }

    private Trial Start(TrialRecord record)
    {
        _store.Start(record);
        _started[record.Number] = Options.Clock.GetTimestamp();
        return new Trial(record, Space, TrialSeed.Of(Header.Seed, record.Number));
    }
}
