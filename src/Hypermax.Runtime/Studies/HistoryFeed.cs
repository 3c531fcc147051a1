using Hypermax.Pruning;
using Hypermax.Pruning.Curves;
using Hypermax.Spaces.Ranges;
using Hypermax.Spaces.Relations;
using Hypermax.Storage;
using Hypermax.Studies.Budgeting;
using Hypermax.Trials;

namespace Hypermax.Studies;

/// <summary>Feeds the finished trials of a store to a history, in the order that the study's mode defines.</summary>
/// <remarks>
/// Repeatable: trial order, and for trial n only trials up to n − L; the first unfinished one holds the rest back.
/// Arrival: the order in which trials finished. Where the space has relations, samplers see free coordinates; in a narrowed one they see the trials
/// in it.
/// </remarks>
/// <param name="store">Where the trials are.</param>
/// <param name="header">What the study is.</param>
/// <param name="relations">The relations of the space, if it has some.</param>
/// <param name="tried">Notes the points.</param>
/// <param name="learnsConstraints">Whether the sampler is told of constraints; else infeasible trials are failed ones to it.</param>
/// <param name="narrowed">The narrowed space whose trials count, or null for the whole one.</param>
internal sealed class HistoryFeed(
    IStudyStore store, StudyHeader header, RelationMap? relations, BoundPoints tried, bool learnsConstraints, NarrowedSpace? narrowed = null)
{
    private PrunedLoss? _pruned;
    private int _next;
    private int _finished;

    public TrialHistory History { get; } = new(header.Space.Count, header.Directions.Count);

    /// <summary>Gets the curves of the trials of the history, row by row.</summary>
    public CurveTable Curves { get; } = new();

    /// <summary>Gets how many trials of the history were evaluated elsewhere.</summary>
    public int Added { get; private set; }

    /// <summary>Adds what trial <paramref name="number"/> may know.</summary>
    public void AdvanceTo(int number)
    {
        if (header.Lag is not int lag)
        {
            for (; _next < store.Finished.Count; _next++)
            {
                Add(store.Trials[store.Finished[_next]]);
            }

            return;
        }

        for (; _next <= number - lag && _next < store.Trials.Count && store.Trials[_next].IsFinished; _next++)
        {
            Add(store.Trials[_next]);
        }
    }

    /// <summary>Gets the curves that a verdict on trial <paramref name="number"/> may depend on: in repeatable order those that its proposal did.</summary>
    public CurveHistory CurvesFor(int number)
    {
        AdvanceTo(number);
        int count = Curves.Count;
        while (header.Lag is int lag && count > 0 && Curves[count - 1].Number > number - lag)
        {
            count--;
        }

        return new CurveHistory(Curves, count);
    }

    /// <summary>Tells whether everything that trial <paramref name="number"/> must know is finished.</summary>
    public bool IsReadyFor(int number)
    {
        if (header.Lag is not int lag)
        {
            return true;
        }

        while (_finished <= number - lag && _finished < store.Trials.Count && store.Trials[_finished].IsFinished)
        {
            _finished++;
        }

        return _finished > number - lag;
    }

    /// <summary>The points asked for before trial <paramref name="number"/> whose outcome is not in the history.</summary>
    public IReadOnlyList<Point> Running(int number) => [.. Others(number).Select(trial => Enter(trial.Point)).OfType<Point>().Select(Free)];

    /// <summary>Tells whether trial <paramref name="number"/> would be at a point that an earlier one is at, as far as it may know.</summary>
    public bool IsTried(int number, double[] vector) => tried.Contains(vector)
        || Others(number).Any(trial => Enter(trial.Point) is { } point && tried.IsSame(point.Vector, vector));

    /// <summary>The trials asked for before trial <paramref name="number"/> whose outcome is not in the history.</summary>
    public IEnumerable<TrialRecord> Others(int number)
    {
        IEnumerable<TrialRecord> others = header.Order == ProposalOrder.Arrival
            ? store.Running.Where(running => running != number).Select(running => store.Trials[running])
            : store.Trials.Take(number).Skip(_next);
        return others.Where(trial => !trial.IsLost);
    }

    private void Add(TrialRecord trial)
    {
        if (trial.IsLost || trial.IsSetApart || Enter(trial.Point) is not { } point)
        {
            return;
        }

        Added += trial.IsAdded ? 1 : 0;
        tried.Add(point);
        LearningCurve curve = TrialChain.CurveOf(store.Trials, trial, header.Directions[0]);
        if (header.Fidelity is not null)
        {
            // Samplers see points of several trials each; BudgetDesk keeps these.
            Curves.Add(curve);
            return;
        }

        bool isHidden = !learnsConstraints && !trial.IsFeasible;
        History.Add(
            trial.Number,
            Free(point),
            isHidden ? NoLosses() : LossesOf(trial, curve),
            isHidden ? [] : trial.Constraints,
            isHidden ? TrialState.Failed : trial.State);
        Curves.Add(curve);
    }

    private double[] LossesOf(TrialRecord trial, LearningCurve curve)
    {
        if (header.Directions.Count == 1)
        {
            double loss = header.Directions[0].ToLoss(trial.Value);
            return [trial.State == TrialState.Pruned ? (_pruned ??= new PrunedLoss(Curves)).Of(curve, loss) : loss];
        }

        // The one value that a stopped trial reported says nothing of the other objectives.
        return trial.Values.Count == header.Directions.Count
            ? [.. trial.Values.Select((value, objective) => header.Directions[objective].ToLoss(value))]
            : NoLosses();
    }

    private double[] NoLosses()
    {
        double[] losses = new double[header.Directions.Count];
        Array.Fill(losses, double.NaN);
        return losses;
    }

    private Point? Enter(Point point) => narrowed is null ? point : narrowed.Enter(point);

    private Point Free(Point point) => relations is null ? point : Point.Owning(relations.Free(point.Vector));
}
