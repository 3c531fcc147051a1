using Hypermax.Trials;

namespace Hypermax.Sampling.Atpe.Statistics;

/// <summary>The rows of a history that have a parameter, smallest value first; kept up as rows are added.</summary>
internal sealed class SortedColumn(TrialHistory history, int parameter)
{
    private int[] _order = new int[32];
    private int _count;
    private int _rows;

    /// <summary>Gets the rows; those of equal values in their own order.</summary>
    public ReadOnlySpan<int> Rows => _order.AsSpan(0, _count);

    public void Update()
    {
        ReadOnlySpan<double> values = history.Column(parameter);
        bool manyAreNew = values.Length - _rows > 16;
        for (; _rows < values.Length; _rows++)
        {
            if (!double.IsNaN(values[_rows]))
            {
                Insert(_rows, manyAreNew ? _count : Place(values[_rows], values));
            }
        }

        if (manyAreNew)
        {
            _order.AsSpan(0, _count).Sort(Compare);
        }
    }

    private void Insert(int row, int place)
    {
        if (_count == _order.Length)
        {
            Array.Resize(ref _order, _count * 2);
        }

        Array.Copy(_order, place, _order, place + 1, _count - place);
        _order[place] = row;
        _count++;
    }

    private int Place(double value, ReadOnlySpan<double> values)
    {
        int low = 0;
        int high = _count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = values[_order[middle]] <= value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private int Compare(int left, int right)
    {
        ReadOnlySpan<double> values = history.Column(parameter);
        int order = values[left].CompareTo(values[right]);
        return order != 0 ? order : left.CompareTo(right);
    }
}
