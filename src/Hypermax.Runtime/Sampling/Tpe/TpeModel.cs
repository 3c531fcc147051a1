using Hypermax.Spaces;
using Hypermax.Trials;

namespace Hypermax.Sampling.Tpe;

/// <summary>The good and the bad density of a history, kept up as rows are added.</summary>
internal sealed class TpeModel
{
    private readonly TpeOptions _options;
    private readonly TrialOrder _ranking;
    private readonly CoordinateRows _rows;
    private readonly List<int> _goodRows = [];
    private bool[] _isGood = [];
    private double[] _weights = [];

    public TpeModel(SpaceGeometry geometry, TrialHistory history, TpeOptions options, Func<CoordinateRows, double, ParzenMixture> mixture)
    {
        Geometry = geometry;
        History = history;
        _options = options;
        Dimensions = [.. geometry.Dimensions.Select(dimension => new TpeDimension(dimension))];
        _ranking = history.ObjectiveCount > 1 ? new FrontOrder(history) : new LossOrder(history);
        _rows = new CoordinateRows(Dimensions);
        double exponent = options.FloorExponent ?? (1 + (2 / Math.Max(1, TypicalCount.Of(geometry, "tpe/typical", static _ => true))));
        Good = mixture(_rows, exponent);
        Bad = mixture(_rows, exponent);
    }

    public SpaceGeometry Geometry { get; }

    public TrialHistory History { get; }

    public TpeDimension[] Dimensions { get; }

    public ParzenMixture Good { get; }

    public ParzenMixture Bad { get; }

    /// <summary>Gets the number of good trials: the split of n usable ones.</summary>
    public static int GoodCount(int usable, TpeOptions options)
    {
        double count = Math.Ceiling(options.Gamma * (options.Split == TpeSplit.Linear ? usable : Math.Sqrt(usable)) - 1e-9);
        return (int)Math.Min(Math.Min(count, options.MostGood), usable);
    }

    /// <summary>Takes in the rows added since, and the running points as bad trials of little weight until <see cref="Forget"/>.</summary>
    public void Update(IReadOnlyList<Point> running)
    {
        int before = _rows.Count;
        _rows.Update(History);
        _ranking.Update(usable => GoodCount(usable, _options));
        if (_isGood.Length < _rows.Count)
        {
            Array.Resize(ref _isGood, Math.Max(_rows.Count, Math.Max(16, _isGood.Length * 2)));
        }

        SplitRows(before);
        IReadOnlyList<Point> counted = _options.RunningWeight > 0 ? running : [];
        Bad.Resize(_rows.Count + counted.Count);
        foreach (Point point in counted)
        {
            _rows.Add(point);
            Bad.Add(_rows.Count - 1, _rows.Count - 1);
        }

        WeighGood();
        WeighBad();
    }

    /// <summary>Takes the running points out again.</summary>
    public void Forget()
    {
        for (int row = _rows.Count - 1; row >= History.Count; row--)
        {
            Bad.Remove(row);
        }

        _rows.Truncate(History.Count);
    }

    private void SplitRows(int before)
    {
        ReadOnlySpan<int> order = _ranking.Order;
        int count = GoodCount(_ranking.Usable, _options);
        ReadOnlySpan<int> chosen = order[..count];
        bool manyAreNew = _rows.Count - before > 32 + (before / 8);
        Bad.Resize(_rows.Count);
        if (manyAreNew)
        {
            Array.Clear(_isGood);
            foreach (int row in chosen)
            {
                _isGood[row] = true;
            }

            int[] bad = order[count..].ToArray();
            Array.Sort(bad);
            Bad.Clear();
            Bad.Fill(bad, bad);
        }
        else
        {
            MoveRows(chosen, before);
        }

        Span<int> sorted = count <= 64 ? stackalloc int[count] : new int[count];
        chosen.CopyTo(sorted);
        sorted.Sort();
        if (Good.Count == count && sorted.SequenceEqual(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_goodRows)))
        {
            return;
        }

        _goodRows.Clear();
        _goodRows.AddRange(sorted);
        Good.Resize(count);
        Good.Clear();
        Span<int> rows = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_goodRows);
        Span<int> slots = count <= 64 ? stackalloc int[count] : new int[count];
        for (int i = 0; i < count; i++)
        {
            slots[i] = i;
        }

        Good.Fill(slots, rows);
    }

    private void MoveRows(ReadOnlySpan<int> chosen, int before)
    {
        foreach (int row in _goodRows)
        {
            if (!chosen.Contains(row))
            {
                _isGood[row] = false;
                Bad.Add(row, row);
            }
        }

        foreach (int row in chosen)
        {
            if (row < before && !_isGood[row])
            {
                Bad.Remove(row);
            }

            _isGood[row] = true;
        }

        for (int row = before; row < _rows.Count; row++)
        {
            if (!_isGood[row])
            {
                Bad.Add(row, row);
            }
        }
    }

    private void WeighGood()
    {
        int count = _goodRows.Count;
        if (count == 0 || _options.GoodWeights == TpeWeights.Uniform)
        {
            Good.Refresh([], _options.PriorWeight);
            return;
        }

        Span<double> weights = Room(count);
        if (_options.GoodWeights == TpeWeights.Forgetting)
        {
            for (int i = 0; i < count; i++)
            {
                weights[i] = Forgetting(i, count);
            }

            Good.Refresh(weights, _options.PriorWeight);
            return;
        }

        _ranking.Weigh(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_goodRows), weights);
        double sum = 0;
        foreach (double weight in weights)
        {
            sum += weight;
        }

        Good.Refresh(weights, _options.PriorWeight * sum / count);
    }

    private void WeighBad()
    {
        bool forgets = _options.BadWeights == TpeWeights.Forgetting && Bad.Count > _options.ForgettingLength;
        if (!forgets && (_rows.Count == History.Count || _options.RunningWeight == 1))
        {
            Bad.Refresh([], _options.PriorWeight);
            return;
        }

        Span<double> weights = Room(_rows.Count);
        int age = 0;
        for (int row = 0; row < _rows.Count; row++)
        {
            bool isRunning = row >= History.Count;
            weights[row] = !isRunning && _isGood[row] ? 0 : (forgets ? Forgetting(age++, Bad.Count) : 1) * (isRunning ? _options.RunningWeight : 1);
        }

        Bad.Refresh(weights, _options.PriorWeight);
    }

    // The oldest m − L weights rise on a line from 1/m to 1, the youngest L are 1 (Hyperopt's linear forgetting).
    private double Forgetting(int age, int count)
    {
        int ramp = count - _options.ForgettingLength;
        return age >= ramp ? 1 : ramp == 1 ? 1.0 / count : (1.0 / count) + ((1 - (1.0 / count)) * age / (ramp - 1));
    }

    private Span<double> Room(int count)
    {
        if (_weights.Length < count)
        {
            _weights = new double[Math.Max(count, _weights.Length * 2)];
        }

        return _weights.AsSpan(0, count);
    }
}
