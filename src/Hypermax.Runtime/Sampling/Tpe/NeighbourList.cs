namespace Hypermax.Sampling.Tpe;

/// <summary>The places of one parameter's kernels in ascending order, from which their widths follow.</summary>
internal sealed class NeighbourList
{
    private double[] _places = new double[16];
    private int[] _slots = new int[16];

    public int Count { get; private set; }

    public int SlotAt(int position) => _slots[position];

    public double PlaceAt(int position) => _places[position];

    public void Clear() => Count = 0;

    /// <summary>Adds a place without keeping the order; <see cref="Sort"/> before anything else.</summary>
    public void Append(double place, int slot)
    {
        Grow();
        _places[Count] = place;
        _slots[Count++] = slot;
    }

    public void Sort()
    {
        Array.Sort(_places, _slots, 0, Count);
        for (int start = 0; start < Count;)
        {
            int end = start + 1;
            while (end < Count && _places[end] == _places[start])
            {
                end++;
            }

            Array.Sort(_slots, start, end - start);
            start = end;
        }
    }

    public int Insert(double place, int slot)
    {
        Grow();
        int position = Find(place, slot);
        Array.Copy(_places, position, _places, position + 1, Count - position);
        Array.Copy(_slots, position, _slots, position + 1, Count - position);
        _places[position] = place;
        _slots[position] = slot;
        Count++;
        return position;
    }

    public int Remove(double place, int slot)
    {
        int position = Find(place, slot);
        Count--;
        Array.Copy(_places, position + 1, _places, position, Count - position);
        Array.Copy(_slots, position + 1, _slots, position, Count - position);
        return position;
    }

    /// <summary>Gets the larger distance of a kernel to its neighbours; the middle of the range, where the prior stands, is one.</summary>
    /// <param name="position">The position in the list.</param>
    /// <param name="endsCount">Whether the ends of the range are neighbours too.</param>
    public double Gap(int position, bool endsCount)
    {
        if (Count == 1 && !endsCount)
        {
            return 0.5;
        }

        double place = _places[position];
        double left = position > 0 ? _places[position - 1] : endsCount ? 0 : double.NaN;
        double right = position < Count - 1 ? _places[position + 1] : endsCount ? 1 : double.NaN;
        if (place >= 0.5 && !(left > 0.5))
        {
            left = 0.5;
        }
        else if (place < 0.5 && !(right < 0.5))
        {
            right = 0.5;
        }

        return double.IsNaN(left) ? right - place : double.IsNaN(right) ? place - left : Math.Max(place - left, right - place);
    }

    private int Find(double place, int slot)
    {
        int low = 0;
        int high = Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            bool before = _places[middle] < place || (_places[middle] == place && _slots[middle] < slot);
            (low, high) = before ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private void Grow()
    {
        if (Count == _places.Length)
        {
            Array.Resize(ref _places, Count * 2);
            Array.Resize(ref _slots, Count * 2);
        }
    }
}
