using Hypermax.Spaces;
using Hypermax.Trials;

namespace Hypermax.Sampling.Atpe.Statistics;

/// <summary>A history ranked by loss and by each parameter; kept up as rows are added.</summary>
/// <remarks>
/// A trial counts as valid when it has a loss of its own: complete, or failed with a penalty. The last report of a pruned
/// trial is no loss that others could be compared with. This is the one count that every step of the method uses.
/// </remarks>
internal sealed class RankedTrials
{
    private readonly HistoryRanking _ranking;
    private readonly SortedColumn[] _columns;
    private int _rows;

    public RankedTrials(SpaceGeometry geometry, TrialHistory history)
    {
        (Geometry, History) = (geometry, history);
        _ranking = new HistoryRanking(history);
        _columns = [.. Enumerable.Range(0, geometry.Count).Select(parameter => new SortedColumn(history, parameter))];
    }

    public SpaceGeometry Geometry { get; }

    public TrialHistory History { get; }

    /// <summary>Gets the number of valid trials.</summary>
    public int ValidCount { get; private set; }

    /// <summary>Gets the rows of the valid trials, best first.</summary>
    public ReadOnlySpan<int> ByLoss => _ranking.Order[..ValidCount];

    /// <summary>Gets all rows, best first: behind the valid ones the pruned ones, then those without a loss.</summary>
    public ReadOnlySpan<int> Order => _ranking.Order;

    /// <summary>Gets the rows that have a parameter, smallest value first.</summary>
    public ReadOnlySpan<int> ByValue(int parameter) => _columns[parameter].Rows;

    public void Update()
    {
        _ranking.Update();
        foreach (SortedColumn column in _columns)
        {
            column.Update();
        }

        for (; _rows < History.Count; _rows++)
        {
            ValidCount += IsValid(_rows) ? 1 : 0;
        }
    }

    /// <summary>Tells whether a row has a loss of its own.</summary>
    public bool IsValid(int row) => double.IsFinite(History.Losses[row]) && History.States[row] != TrialState.Pruned;

    /// <summary>Tells whether the valid trials have at least so many different losses.</summary>
    public bool HasDistinctLosses(int count)
    {
        int distinct = 0;
        double last = double.NaN;
        foreach (int row in ByLoss)
        {
            double loss = History.Losses[row];
            distinct += loss == last ? 0 : 1;
            if (distinct >= count)
            {
                return true;
            }

            last = loss;
        }

        return count <= 0;
    }
}
