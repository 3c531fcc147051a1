namespace Hypermax.Trials;

/// <summary>The rows of a history from best to worst, kept up as rows are added.</summary>
/// <remarks>
/// Complete trials and failed ones with a penalty by loss, then pruned trials by their last report, then infeasible ones by how much they break, then
/// those without a usable loss; equals by row. The order depends on the rows alone, not on when they were read.
/// </remarks>
internal sealed class HistoryRanking
{
    // The class of trials that break a constraint.
    private const int Infeasible = 2;

    private readonly TrialHistory _history;
    private int[] _order = new int[64];

    public HistoryRanking(TrialHistory history) => _history = history;

    public int Count { get; private set; }

    /// <summary>Gets the number of rows with a usable loss; they stand first.</summary>
    public int Usable { get; private set; }

    public ReadOnlySpan<int> Order => _order.AsSpan(0, Count);

    public void Update()
    {
        int target = _history.Count;
        if (target > _order.Length)
        {
            Array.Resize(ref _order, Math.Max(target, _order.Length * 2));
        }

        int added = target - Count;
        if (added > 32)
        {
            for (int row = Count; row < target; row++)
            {
                _order[row] = row;
            }

            _order.AsSpan(0, target).Sort(Compare);
            Count = target;
        }

        for (; Count < target; Count++)
        {
            int place = Place(Count);
            Array.Copy(_order, place, _order, place + 1, Count - place);
            _order[place] = Count;
        }

        Usable = _history.UsableCount;
        if (added > 0 && _history.ConstraintNames.Count > 1)
        {
            SortInfeasible();
        }
    }

    // What rows break in all is measured anew with every row.
    private void SortInfeasible()
    {
        int first = 0;
        while (first < Count && Class(_order[first]) < Infeasible)
        {
            first++;
        }

        int last = first;
        while (last < Count && Class(_order[last]) == Infeasible)
        {
            last++;
        }

        _order.AsSpan(first, last - first).Sort(Compare);
    }

    private int Place(int row)
    {
        int low = 0;
        int high = Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = Compare(_order[middle], row) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private int Compare(int left, int right)
    {
        int order = Class(left).CompareTo(Class(right));
        if (order == 0)
        {
            order = Class(left) switch
            {
                < Infeasible => _history.Losses[left].CompareTo(_history.Losses[right]),
                Infeasible => _history.Infeasibilities[left].CompareTo(_history.Infeasibilities[right]),
                _ => 0,
            };
        }

        return order != 0 ? order : left.CompareTo(right);
    }

    private int Class(int row) =>
        !double.IsFinite(_history.Losses[row]) ? 3 : !_history.IsFeasible(row) ? Infeasible : _history.States[row] == TrialState.Pruned ? 1 : 0;
}
