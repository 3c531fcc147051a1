using Hypermax.Spaces.Relations;
using Hypermax.Storage;
using Hypermax.Trials;

namespace Hypermax.Studies;

/// <summary>Feeds the finished trials of a store to a history, in the order that the study's mode defines.</summary>
/// <remarks>
/// Repeatable: trial order, and for trial n only trials up to n − L; the first unfinished one holds the rest back.
/// Arrival: the order in which trials finished. Where the space has relations, samplers see free coordinates.
/// </remarks>
internal sealed class HistoryFeed(IStudyStore store, int parameters, int lag, Direction direction, RelationMap? relations)
{
    private int _next;
    private int _finished;

    public TrialHistory History { get; } = new(parameters);

    /// <summary>Gets how many trials of the history were evaluated elsewhere.</summary>
    public int Added { get; private set; }

    /// <summary>Adds what trial <paramref name="number"/> may know.</summary>
    public void AdvanceTo(int number)
    {
        if (lag == 0)
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

    /// <summary>Tells whether every trial up to and including <paramref name="last"/> is finished.</summary>
    public bool IsFinishedUpTo(int last)
    {
        while (_finished <= last && _finished < store.Trials.Count && store.Trials[_finished].IsFinished)
        {
            _finished++;
        }

        return _finished > last;
    }

    /// <summary>The points asked for before trial <paramref name="number"/> whose outcome is not in the history.</summary>
    public IReadOnlyList<double[]> Running(int number)
    {
        IEnumerable<TrialRecord> others = lag == 0
            ? store.Running.Where(running => running != number).Select(running => store.Trials[running])
            : store.Trials.Take(number).Skip(_next);
        return [.. others.Where(trial => trial.HasPoint).Select(trial => Free(trial.Vector))];
    }

    private void Add(TrialRecord trial)
    {
        if (!trial.HasPoint || trial.IsSetApart)
        {
            return;
        }

        Added += trial.IsAdded ? 1 : 0;
        double value = trial.Value;
        History.Add(trial.Number, Free(trial.Vector), direction == Direction.Maximize ? -value : value, trial.State);
    }

    private double[] Free(double[] point) => relations is null ? point : relations.Free(point);
}
