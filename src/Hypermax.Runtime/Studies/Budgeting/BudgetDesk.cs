using Hypermax.Budgets;
using Hypermax.Pruning;
using Hypermax.Spaces;
using Hypermax.Spaces.Relations;
using Hypermax.Storage;
using Hypermax.Trials;

namespace Hypermax.Studies.Budgeting;

/// <summary>What a study with budgets does next: asks its schedule, and shows samplers the points with losses that can be compared.</summary>
/// <remarks>Called within a turn of the store.</remarks>
internal sealed class BudgetDesk
{
    // The bracket of trials that belong to none.
    private const int Beside = -1;

    private readonly IStudyStore _store;
    private readonly StudyHeader _header;
    private readonly IBudgetSchedule _schedule;
    private readonly ComparableLosses _losses;
    private readonly RelationMap? _relations;

    public BudgetDesk(IStudyStore store, StudyHeader header, SpaceGeometry geometry, IBudgetSchedule schedule)
    {
        (_store, _header, _schedule, Fidelity, _relations) = (store, header, schedule, header.Fidelity!, RelationMap.For(geometry));
        Parameter = Fidelity.Parameter is { } name ? header.Space.IndexOf(name) : -1;
        _losses = new ComparableLosses(Fidelity, geometry, header.Directions[0], FreePoint, _schedule is ForecastSchedule);
    }

    public Fidelity Fidelity { get; }

    /// <summary>Gets the name of the schedule.</summary>
    public string Name => _schedule.Name;

    /// <summary>Gets the index of the parameter that is the budget, or −1.</summary>
    public int Parameter { get; }

    /// <summary>Decides about a trial; null when every point has been tried and none is worth continuing.</summary>
    /// <param name="number">The number of the trial.</param>
    /// <param name="curves">The curves of the trials that the decision may depend on.</param>
    /// <param name="planned">How many trials there are to be.</param>
    /// <param name="mayStart">Whether there may be new points.</param>
    public Assignment? Next(int number, CurveHistory curves, int planned, bool mayStart)
    {
        ScheduleContext context = new()
        {
            Fidelity = Fidelity,
            Trials = ScheduledBefore(number),
            Curves = curves,
            TrialNumber = number,
            PlannedTrials = planned,
            MayStart = mayStart,
            Seed = _header.Seed,
        };
        return number >= planned - 1 && !context.Trials.Any(IsWhole) && Finish(context) is { } last ? last : _schedule.Next(context) ?? Finish(context);
    }

    /// <summary>Gets the points that a sampler may know, each once, with losses at one and the same budget.</summary>
    public TrialHistory HistoryFor(int number) => _losses.Of(Known(number));

    /// <summary>Gets the points that run for the first time, as samplers see them.</summary>
    public IReadOnlyList<Point> RunningFor(int number) =>
    [
        .. Others(number).Where(trial => trial is { IsLost: false, Budget.Continues: null }).Select(trial => FreePoint(trial.Point)),
    ];

    /// <summary>Writes the budget into a point, where a parameter is the budget.</summary>
    public void Write(double[] vector, long budget)
    {
        if (Parameter >= 0)
        {
            vector[Parameter] = budget;
        }
    }

    // For samplers every point is one at the whole budget.
    private Point FreePoint(Point point)
    {
        double[] vector = _relations is null ? point.ToArray() : _relations.Free(point.Vector);
        Write(vector, Fidelity.Max);
        return Point.Owning(vector);
    }

    private bool IsWhole(ScheduledTrial trial) => trial.Budget.Amount >= Fidelity.Max && (!trial.IsFinished || trial.HasLoss);

    // The trial that came farthest, and best of these, goes on to the whole budget: a search must not end without a value there.
    private Assignment? Finish(ScheduleContext context)
    {
        HashSet<int> continued = [.. context.Trials.Select(trial => trial.Budget.Continues).OfType<int>()];
        ScheduledTrial? best = context.Trials
            .Where(trial => trial is { HasLoss: true, State: TrialState.Partial } && !continued.Contains(trial.Number))
            .OrderByDescending(trial => trial.Budget.Amount)
            .ThenBy(trial => trial.Loss)
            .FirstOrDefault();
        return best is null ? null : new Assignment(new TrialBudget(Fidelity.Max) { Continues = best.Number, Group = Beside, Round = best.Budget.Round + 1 })
        {
            Note = FormattableString.Invariant($"trial {best.Number}, the best of those that came farthest, is brought to the whole budget"),
        };
    }

    private ScheduledTrial[] ScheduledBefore(int number)
    {
        HashSet<int> known = [.. Known(number).Select(trial => trial.Number)];
        IEnumerable<TrialRecord> all = _header.Lag is null ? _store.Trials.Where(trial => trial.Number != number) : _store.Trials.Take(number);
        return
        [
            .. all.Where(trial => trial is { Budget: not null, IsSetApart: false, IsLost: false })
                .Select(trial => known.Contains(trial.Number)
                    ? new ScheduledTrial(trial.Number, trial.Budget!)
                    {
                        State = trial.IsFeasible ? trial.State : TrialState.Failed,
                        Loss = _header.Directions[0].ToLoss(trial.Value),
                    }
                    : new ScheduledTrial(trial.Number, trial.Budget!)),
        ];
    }

    // The finished trials that a decision may depend on, in the order of the study's mode; the first unfinished one holds the rest back.
    private IEnumerable<TrialRecord> Known(int number)
    {
        IEnumerable<TrialRecord> all = _header.Lag is int lag
            ? _store.Trials.Take(Math.Max(0, number - lag + 1)).TakeWhile(trial => trial.IsFinished)
            : _store.Finished.Select(finished => _store.Trials[finished]);
        return all.Where(trial => trial is { IsLost: false, IsSetApart: false });
    }

    private IEnumerable<TrialRecord> Others(int number)
    {
        HashSet<int> known = [.. Known(number).Select(trial => trial.Number)];
        return (_header.Lag is null ? _store.Running.Where(running => running != number).Select(running => _store.Trials[running]) : _store.Trials.Take(number))
            .Where(trial => !known.Contains(trial.Number) && !trial.IsSetApart);
    }
}
