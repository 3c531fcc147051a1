using Hypermax.Budgets;
using Hypermax.Numerics;
using Hypermax.Pruning;

namespace Hypermax.Conformance;

/// <summary>Asks a schedule and ends the trials that it decides about, without a study; the same seed gives the same run.</summary>
/// <remarks>It is also what a failure names, so that you can run it again in a debugger. For one thread at a time.</remarks>
/// <param name="schedule">The schedule.</param>
/// <param name="fidelity">The budgets.</param>
/// <param name="seed">The seed of the run.</param>
public sealed class ScheduleRun(IBudgetSchedule schedule, Fidelity fidelity, long seed)
{
    private readonly List<ScheduledTrial> _trials = [];

    /// <summary>Gets how many trials run at once: a decision knows the ends of the others alone. By default 1.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>Gets which trial never ends, by its number. By default none.</summary>
    public int? Straggler { get; init; }

    /// <summary>Gets the trials that were decided about, all ended but the straggler.</summary>
    public IReadOnlyList<ScheduledTrial> Trials => _trials;

    /// <summary>Gets what the schedule knows when it decides about the next trial.</summary>
    /// <param name="mayStart">Whether there may be new points. By default there may.</param>
    public ScheduleContext Context(bool mayStart = true) => new()
    {
        Fidelity = fidelity,
        Trials = [.. _trials.Select(trial => IsKnown(trial.Number) ? trial : new ScheduledTrial(trial.Number, trial.Budget))],
        Curves = new CurveHistory([]),
        TrialNumber = _trials.Count,
        MayStart = mayStart,
        Seed = seed,
    };

    /// <summary>Gets the number of the trial in which the point of a trial ran first.</summary>
    /// <param name="trial">The trial.</param>
    public int PointOf(ScheduledTrial trial)
    {
        ScheduledTrial first = trial ?? throw new ArgumentNullException(nameof(trial));
        while (first.Budget.Continues is int earlier)
        {
            first = _trials[earlier];
        }

        return first.Number;
    }

    /// <summary>Runs trials until there are so many.</summary>
    /// <param name="trials">How many.</param>
    /// <param name="loss">Gets the loss of a point, by its number, at a budget; NaN fails the trial.</param>
    /// <param name="look">Looks at what was decided, before the trial runs; null for nothing.</param>
    public void Do(int trials, Func<int, long, double> loss, Action<ScheduleContext, Assignment?>? look = null)
    {
        ArgumentNullException.ThrowIfNull(loss);
        while (_trials.Count < trials)
        {
            ScheduleContext context = Context();
            Assignment? next = schedule.Next(context);
            look?.Invoke(context, next);
            if (next is null)
            {
                return;
            }

            ScheduledTrial trial = new(_trials.Count, next.Budget);
            _trials.Add(trial);
            _trials[^1] = End(trial, loss(PointOf(trial), trial.Budget.Amount));
        }
    }

    /// <summary>Gets a loss as points have it: some are better than others, which small budgets show more or less well.</summary>
    /// <param name="point">The number of the point.</param>
    /// <param name="budget">The budget.</param>
    public double Curve(int point, long budget)
    {
        SeedStream stream = new(seed, point, "conformance/budgets");
        return stream.NextDouble() + (stream.NextDouble() / budget);
    }

    // Workers that are one behind the other: what was decided last still runs.
    private bool IsKnown(int number) => number != Straggler && number <= _trials.Count - Workers;

    private ScheduledTrial End(ScheduledTrial trial, double loss) => trial.Number == Straggler ? trial : trial with
    {
        Loss = loss,
        State = double.IsNaN(loss) ? TrialState.Failed : trial.Budget.Amount < fidelity.Max ? TrialState.Partial : TrialState.Complete,
    };
}
