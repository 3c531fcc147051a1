using Hypermax.Budgets;
using Hypermax.Execution;
using Hypermax.Sampling;
using Hypermax.Spaces;
using Hypermax.Spaces.Changes;
using Hypermax.Storage;
using Hypermax.Storage.InMemory;
using Hypermax.Storage.Journal;
using Hypermax.Studies;
using Hypermax.Studies.Guiding;
using Hypermax.Studies.Migration;
using Hypermax.Studies.Watching;
using Hypermax.Telemetry;

namespace Hypermax;

/// <summary>One optimisation task: a space, an objective, a direction and trials; asked for points and told their values.</summary>
/// <remarks>
/// <para>Every trial that was told is in the store before <see cref="Tell(Trial, TrialOutcome)"/> returns.
/// Safe to use from several threads at once.</para>
/// <para>Cost of an ask: that of the sampler, and what <see cref="IStudyStore.Enter"/> costs. Getters cost nothing to speak of.</para>
/// </remarks>
public partial class Study : IDisposable
{
    private static readonly TrialOutcome Pruned = new() { State = TrialState.Pruned };

    private readonly IStudyStore _store;
    private readonly bool _ownsStore;
    private readonly Proposer _proposer;
    private readonly AskTell _trials;
    private readonly StudyControl _control;
    private readonly StudyMeter _meter;

    private protected Study(SearchSpace space, StudyOptions options, Func<double[], bool>? isValid)
    {
        options = Schedules.AsMethod(options);
        StudyOptionsRules.Check(options, space);
        Options = options;
        _control = new StudyControl(options.Trials);
        SpaceGeometry geometry = new(space);
        _ownsStore = options.Store is null;
        bool isJournal = _ownsStore && options is { StoreAddress: null, Folder: not null };
        Migration = isJournal ? StudyMigration.Migrate(options.Folder!, space, options.SpaceChange) : null;
        ObjectiveChange? fresh = isJournal ? StudyMigration.SetAsideOtherObjective(options.Folder!, options) : null;
        _store = options.Store ?? StoreOf(space, options);
        try
        {
            (Header, ISampler sampler, ObjectiveChange? change) = StudyOpening.Open(_store, space, options);
            ObjectiveChange = fresh ?? change;
            _meter = new StudyMeter(Header, _control);
            _proposer = new Proposer(_store, Header, geometry, sampler, options, _control, isValid);
            _trials = new AskTell(_store, Header, _proposer, options, _meter);
        }
        catch
        {
            if (_ownsStore)
            {
                _store.Dispose();
            }

            throw;
        }
    }

    private static IStudyStore StoreOf(SearchSpace space, StudyOptions options) => options switch
    {
        { StoreAddress: { } address } => StudyStores.Open(new StoreRequest
        {
            Address = address,
            Study = options.Name ?? space.Name,
            Folder = options.Folder,
            Clock = options.Clock,
            Notice = options.StoreNotice,
        }),
        { Folder: { } folder } => new JournalStore(folder, options.Clock),
        _ => new InMemoryStore(),
    };

    /// <summary>Gets the trials and their states.</summary>
    internal AskTell AskTell => _trials;

    /// <summary>Gets whether other processes may work on the study.</summary>
    internal bool IsShared => _trials.IsShared;

    /// <summary>Gets what the study is.</summary>
    public StudyHeader Header { get; }

    /// <summary>Gets the name of the study.</summary>
    public string Name => Header.Name;

    /// <summary>Gets which values of the first objective are better.</summary>
    public Direction Direction => Header.Directions[0];

    /// <summary>Gets the space that points are drawn from.</summary>
    public virtual SearchSpace Space => _proposer.Geometry.Space;

    /// <summary>Gets the options the study was opened with.</summary>
    public StudyOptions Options { get; }

    /// <summary>Gets the folder of the study, or null when nothing of it is on disk.</summary>
    public string? Folder => _store.Folder ?? (_ownsStore ? null : Options.Folder);

    /// <summary>Gets what had to be recovered when the study was opened, in words; empty when all was well.</summary>
    public IReadOnlyList<string> Recovered => _store.Recovered;

    /// <summary>Gets what became of the trials of an earlier version of the space when the study was opened; null when it had not changed.</summary>
    public MigrationReport? Migration { get; }

    /// <summary>Gets what was found when the study was opened with another <see cref="StudyOptions.ObjectiveFingerprint"/> than that of its last trials;
    /// else null.</summary>
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

    /// <summary>Gets all trials in the order of their numbers, as they stand now; the list does not change afterwards.</summary>
    public IReadOnlyList<TrialRecord> Trials => _trials.Trials;

    /// <summary>Gets the complete feasible trial with the best value, the earliest of equals; null when there is none.</summary>
    /// <remarks>With several objectives the knee of <see cref="Front"/>: that farthest below the plane through the ends of the front, with each objective
    /// in parts of its range.</remarks>
    public TrialRecord? Best => _trials.Best;

    /// <summary>Gets the complete feasible trials that no other beats: none is as good in every objective and better in one. In the order of their numbers;
    /// trials with the same values are all on it.</summary>
    /// <value>With one objective <see cref="Best"/> alone; empty when no trial is complete and feasible.</value>
    public IReadOnlyList<TrialRecord> Front => _trials.Front;

    /// <summary>Gets the best value so far in its own direction, or null when no trial is complete and feasible.</summary>
    public double? BestValue => Best?.Value;

    /// <summary>Opens or begins a study over a space that was not written as a type.</summary>
    /// <param name="space">The space.</param>
    /// <param name="options">How to search; by default one worker, 100 trials, in memory.</param>
    /// <exception cref="ArgumentException">An option breaks its rule; the message names all that do.</exception>
    /// <exception cref="StudyMismatchException">The folder holds another study: of another space, loss, seed, method, …</exception>
    /// <exception cref="JournalFormatException">The folder's journal cannot be read as one.</exception>
    /// <exception cref="StudyInUseException">Another process searches the folder.</exception>
    /// <exception cref="FormatException">The address of the store cannot be read.</exception>
    /// <exception cref="IOException">The folder or the store cannot be reached or written to.</exception>
    public static Study Create(SearchSpace space, StudyOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(space);
        return new Study(space, options ?? new StudyOptions(), isValid: null);
    }

    /// <summary>Opens or begins a study over the space of a type.</summary>
    /// <typeparam name="T">A <c>[SearchSpace]</c> type.</typeparam>
    /// <param name="options">How to search; by default one worker, 100 trials, in memory.</param>
    /// <exception cref="ArgumentException">An option breaks its rule; the message names all that do.</exception>
    /// <exception cref="StudyMismatchException">The folder holds another study: of another space, loss, seed, method, …</exception>
    /// <exception cref="JournalFormatException">The folder's journal cannot be read as one.</exception>
    /// <exception cref="StudyInUseException">Another process searches the folder.</exception>
    /// <exception cref="FormatException">The address of the store cannot be read.</exception>
    /// <exception cref="IOException">The folder or the store cannot be reached or written to.</exception>
    public static Study<T> Create<T>(StudyOptions? options = null)
        where T : ISearchSpace<T> => new(T.SearchSpace, options ?? new StudyOptions());

    /// <summary>Gets advice about options that are allowed but will hardly do what was meant, one sentence or two each; empty as a rule.</summary>
    public IReadOnlyList<string> GetAdvice() => StudyAdvice.Of(Options, Header, _proposer.Geometry, _proposer.Sampler, Trials.Count(trial => trial.IsAdded));

    /// <summary>Obtains the next trial; it is recorded as running before this returns.</summary>
    /// <returns>The trial, or null when every point of a finite space has been tried.</returns>
    public virtual Trial? Ask() => _trials.Ask() is { } record ? new Trial(record, Header, _trials) : null;

    /// <summary>Tells the value of a trial; NaN and infinities are recorded as failures.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="value">The value of the objective in its own direction.</param>
    /// <returns>The finished trial.</returns>
    /// <exception cref="InvalidOperationException">The trial was told before.</exception>
    public TrialRecord Tell(Trial trial, double value) => Tell(trial, TrialOutcome.Of(value));

    /// <summary>Tells the values of a trial of a study with several objectives; one that is NaN or infinite makes it a failure.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="values">One value for each objective, in the order of the study, each in its own direction.</param>
    /// <returns>The finished trial.</returns>
    /// <exception cref="ArgumentException">There are fewer values than objectives, or more; or a declared constraint has no value.</exception>
    /// <exception cref="InvalidOperationException">The trial was told before.</exception>
    public TrialRecord Tell(Trial trial, IReadOnlyList<double> values) => Tell(trial, TrialOutcome.Of(values));

    /// <summary>Tells how a trial ended; it is in the store before this returns, and <see cref="StudyOptions.AfterTrial"/> has been called.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="outcome">How it ended: complete, pruned or failed. Without reports of its own it takes over those of <see cref="Trial.Report"/>.</param>
    /// <returns>The finished trial.</returns>
    /// <exception cref="ArgumentException">The outcome is no end, or is complete without one value for each objective and declared constraint.</exception>
    /// <exception cref="InvalidOperationException">The trial was told before.</exception>
    public TrialRecord Tell(Trial trial, TrialOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(trial);
        return _trials.Tell(trial.Number, outcome);
    }

    /// <summary>Tells that a trial was stopped early, as a pruner asked for or for a reason of the caller's: its last report is its value.</summary>
    /// <param name="trial">The trial.</param>
    /// <returns>The finished trial.</returns>
    /// <exception cref="InvalidOperationException">The trial was told before.</exception>
    public TrialRecord TellPruned(Trial trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        return Tell(trial, Pruned);
    }

    /// <summary>Tells that a trial was stopped early that is known by its number.</summary>
    /// <param name="number">The number of a running trial.</param>
    /// <returns>The finished trial.</returns>
    /// <exception cref="InvalidOperationException">There is no such trial or it was told before.</exception>
    public TrialRecord TellPruned(int number) => Tell(number, Pruned);

    /// <summary>Reports an intermediate value of a trial that is known by its number.</summary>
    /// <param name="number">The number of a running trial.</param>
    /// <param name="report">The value; a later one at the same step replaces the earlier.</param>
    /// <returns>Why the trial should be stopped, a sentence; null when it should go on.</returns>
    /// <exception cref="InvalidOperationException">There is no such trial or it was told before.</exception>
    public string? Report(int number, TrialReport report) => _trials.Report(number, report);

    /// <summary>Tells the value of a trial that is known by its number; NaN and infinities are recorded as failures.</summary>
    /// <param name="number">The number of a running trial.</param>
    /// <param name="value">The value of the objective in its own direction.</param>
    /// <returns>The finished trial.</returns>
    /// <exception cref="InvalidOperationException">There is no such trial or it was told before.</exception>
    public TrialRecord Tell(int number, double value) => Tell(number, TrialOutcome.Of(value));

    /// <summary>Tells the values of a trial of a study with several objectives that is known by its number.</summary>
    /// <param name="number">The number of a running trial.</param>
    /// <param name="values">One value for each objective, in the order of the study, each in its own direction.</param>
    /// <returns>The finished trial.</returns>
    /// <exception cref="ArgumentException">There are fewer values than objectives, or more; or a declared constraint has no value.</exception>
    /// <exception cref="InvalidOperationException">There is no such trial or it was told before.</exception>
    public TrialRecord Tell(int number, IReadOnlyList<double> values) => Tell(number, TrialOutcome.Of(values));

    /// <summary>Tells how a trial ended that is known by its number.</summary>
    /// <param name="number">The number of a running trial.</param>
    /// <param name="outcome">How it ended: complete, pruned or failed.</param>
    /// <returns>The finished trial.</returns>
    /// <exception cref="ArgumentException">The outcome is no end, or is complete without one value for each objective and declared constraint.</exception>
    /// <exception cref="InvalidOperationException">There is no such trial or it was told before.</exception>
    public TrialRecord Tell(int number, TrialOutcome outcome) => _trials.Tell(number, outcome);

    /// <summary>Adds a trial that was evaluated elsewhere, such as one of an earlier study; samplers learn from it.</summary>
    /// <remarks>It does not count towards <see cref="StudyOptions.Trials"/>, which is a budget for evaluations of this study, and
    /// <see cref="StudyOptions.AfterTrial"/> is not called.</remarks>
    /// <param name="point">The point.</param>
    /// <param name="value">The value of the objective in its own direction.</param>
    /// <returns>The finished trial.</returns>
    /// <exception cref="ArgumentException">The point is not one of the space.</exception>
    public TrialRecord Add(Point point, double value) => Add(point, TrialOutcome.Of(value));

    /// <inheritdoc cref="Add(Point, double)"/>
    /// <param name="point">The point.</param>
    /// <param name="outcome">How the evaluation ended.</param>
    public TrialRecord Add(Point point, TrialOutcome outcome)
    {
        CheckPoint(point);
        return _trials.Add(point, outcome);
    }

    /// <summary>Adds the finished trials of another study that have a meaning in this one's space: a warm start.</summary>
    /// <remarks>
    /// Values travel by name as when a space changes: numbers inside the bounds and choices that exist; what is new takes its default,
    /// what is gone is dropped. Added trials do not count towards <see cref="StudyOptions.Trials"/>.
    /// </remarks>
    /// <param name="space">The space of the other study.</param>
    /// <param name="trials">Its trials; unfinished ones are passed over.</param>
    /// <returns>How many trials were added.</returns>
    public int AddFrom(SearchSpace space, IEnumerable<TrialRecord> trials)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(trials);
        PointMigration migration = new(space, Space);
        int added = 0;
        foreach (TrialRecord trial in trials.Where(trial => trial.IsFinished && !trial.IsLost))
        {
            if (migration.Carry(trial.Point) is { } point && _proposer.IsPoint(point))
            {
                _trials.Add(point, new OutcomeRules(Header).Mend(trial.Outcome!));
                added++;
            }
        }

        return added;
    }

    /// <summary>Searches until a stop rule holds: runs trials through an executor, as many at once as there are workers.</summary>
    /// <remarks>
    /// A failing objective never ends the search. When <paramref name="cancellation"/> is cancelled, running trials are
    /// cancelled and stay recorded as running, so that they are run again when the study is continued; the result then says
    /// <see cref="StopReason.Cancelled"/>.
    /// </remarks>
    /// <param name="executor">Runs the trials.</param>
    /// <param name="progress">Called after every finished trial, on the thread of the loop, one call at a time; null for none.</param>
    /// <param name="cancellation">Ends the search early.</param>
    /// <exception cref="IOException">The store cannot be written to; trials told before are kept.</exception>
    public Task<StudyResult> RunAsync(IExecutor executor, Action<StudyProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(executor);
        _control.IsStopping = false;
        IExecutor chain = ExecutorChain.Around(executor, Options, Direction, Trials);
        return RunGuidedAsync(
            new StudyLoop(_trials, Header, Options, _control, Folder, (_store as IUsageStore)?.Usages, chain, progress, _meter),
            cancellation);
    }

    private async Task<StudyResult> RunGuidedAsync(StudyLoop loop, CancellationToken cancellation)
    {
        INotices? notices = !IsShared ? null : (_store as INoticeStore)?.Notices ?? (Folder is null ? null : new FolderNotices(Folder));
        using GuideDesk? desk = Folder is null && notices is null ? null : new GuideDesk(this, Folder, notices);
        return await loop.RunAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Lets go of the store, if the study opened it itself; trials that run are run again when the study is opened next.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of the store, if the study opened it itself.</summary>
    /// <param name="disposing">Whether this was called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _meter.Dispose();
        }

        if (disposing && _ownsStore)
        {
            _store.Dispose();
        }
    }

    private void CheckPoint(Point point)
    {
        ArgumentNullException.ThrowIfNull(point);
        if (!_proposer.IsPoint(point))
        {
            throw new ArgumentException(
                $"The point {point} is not one of space '{Space.Name}'; every active parameter needs a value within its bounds, every other one NaN, "
                + "and relations must hold. Correct the point.",
                nameof(point));
        }
    }
}
