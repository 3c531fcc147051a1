namespace Hypermax.Sampling.Tpe;

/// <summary>The density of one group of trials: a kernel for each trial and the space's own law, as a ratio to that law.</summary>
/// <remarks>
/// <para>A kernel is a product over the parameters its trial has. Where point and trial chose different branches, the
/// kernel of the choice says how likely that is, and the branch's own parameters follow the law of the space; so one
/// mixture covers all branches.</para>
/// <para>What it holds is a function of its members alone, in whatever order they came and went.</para>
/// </remarks>
internal sealed class ParzenMixture
{
    private readonly TpeDimension[] _dimensions;
    private readonly CoordinateRows _rows;
    private readonly TpeOptions _options;
    private readonly double _exponent;
    private readonly NeighbourList[] _neighbours;
    private readonly int[] _active;
    private readonly double[] _floors;
    private readonly List<int> _stale = [];
    private int[] _rowOf = [];
    private double[] _weights = [];
    private bool _isUniform = true;

    public ParzenMixture(TpeDimension[] dimensions, CoordinateRows rows, TpeOptions options, double exponent)
    {
        _exponent = exponent;
        _dimensions = dimensions;
        _rows = rows;
        _options = options;
        Table = new KernelTable(dimensions.Length);
        _neighbours = [.. dimensions.Select(_ => new NeighbourList())];
        _active = new int[dimensions.Length];
        _floors = new double[dimensions.Length];
    }

    public KernelTable Table { get; }

    /// <summary>Gets the number of trials.</summary>
    public int Count { get; private set; }

    /// <summary>Gets the weight of the space's own law, in the units of the trials' weights.</summary>
    public double PriorWeight { get; private set; } = 1;

    public double WeightOf(int slot) => _weights[slot];

    /// <summary>Gets the number of the group's trials that have a parameter.</summary>
    public int ActiveCount(int dimension) => _active[dimension];

    public void Resize(int slots)
    {
        Table.Resize(slots);
        if (slots > _weights.Length)
        {
            int room = Math.Max(slots, Math.Max(16, _weights.Length * 2));
            Array.Resize(ref _weights, room);
            Array.Resize(ref _rowOf, room);
        }
    }

    public void Clear()
    {
        for (int slot = 0; slot < Table.SlotCount; slot++)
        {
            Table.SetConstant(slot, KernelTable.Never);
            _weights[slot] = 0;
        }

        foreach (NeighbourList list in _neighbours)
        {
            list.Clear();
        }

        Array.Clear(_active);
        Array.Clear(_floors);
        _stale.Clear();
        Count = 0;
    }

    /// <summary>Adds many trials at once; the same as adding them one by one.</summary>
    public void Fill(ReadOnlySpan<int> slots, ReadOnlySpan<int> rows)
    {
        for (int i = 0; i < slots.Length; i++)
        {
            Begin(slots[i], rows[i]);
            for (int d = 0; d < _dimensions.Length; d++)
            {
                double place = _rows[rows[i], d];
                if (!SetChoice(slots[i], d, place) && !double.IsNaN(place))
                {
                    _neighbours[d].Append(place, slots[i]);
                }
            }
        }

        for (int d = 0; d < _dimensions.Length; d++)
        {
            _neighbours[d].Sort();
            _floors[d] = double.NaN;
        }
    }

    public void Add(int slot, int row)
    {
        Begin(slot, row);
        for (int d = 0; d < _dimensions.Length; d++)
        {
            double place = _rows[row, d];
            if (!SetChoice(slot, d, place) && !double.IsNaN(place))
            {
                int position = _neighbours[d].Insert(place, slot);
                Widen(d, position - 1);
                Widen(d, position);
                Widen(d, position + 1);
            }
        }
    }

    public void Remove(int slot)
    {
        int row = _rowOf[slot];
        for (int d = 0; d < _dimensions.Length; d++)
        {
            double place = _rows[row, d];
            if (double.IsNaN(place))
            {
                continue;
            }

            _active[d]--;
            if (!_dimensions[d].IsChoice)
            {
                int position = _neighbours[d].Remove(place, slot);
                Widen(d, position - 1);
                Widen(d, position);
            }
        }

        Count--;
        _weights[slot] = 0;
        Table.SetConstant(slot, KernelTable.Never);
    }

    /// <summary>Sets the weights of the trials and brings the kernels up to date.</summary>
    /// <param name="weights">The weight of each slot; null leaves each at 1.</param>
    /// <param name="priorWeight">The weight of the space's own law.</param>
    public void Refresh(ReadOnlySpan<double> weights, double priorWeight)
    {
        PriorWeight = priorWeight;
        _isUniform = weights.IsEmpty;
        bool all = !_isUniform;
        for (int d = 0; d < _dimensions.Length; d++)
        {
            double floor = Floor(_active[d]);
            if (floor != _floors[d] && !_dimensions[d].IsChoice)
            {
                bool fresh = double.IsNaN(_floors[d]);
                _floors[d] = floor;
                all |= !fresh || _neighbours[d].Count > 0;
                for (int position = 0; position < _neighbours[d].Count; position++)
                {
                    SetWidth(d, position);
                }
            }
        }

        if (all)
        {
            for (int slot = 0; slot < Table.SlotCount; slot++)
            {
                if (!weights.IsEmpty && _weights[slot] > 0)
                {
                    _weights[slot] = weights[slot];
                }

                SetConstant(slot);
            }
        }
        else
        {
            foreach (int slot in _stale)
            {
                SetConstant(slot);
            }
        }

        _stale.Clear();
    }

    /// <summary>Gets the logarithms of the density at some points with the same parameters, relative to the law of the space.</summary>
    /// <param name="points">One to four points in a row; coordinates, NaN for parameters that the points do not have.</param>
    /// <param name="only">The one parameter to look at, or −1 for all.</param>
    /// <param name="query">Scratch space.</param>
    /// <param name="logs">Where the results are written; as long as there are points.</param>
    public void LogDensities(ReadOnlySpan<double> points, int only, KernelQuery query, Span<double> logs)
    {
        Prepare(points, logs.Length, only, query);
        double prior = PriorWeight * (only >= 0 && _options.PoolsChoices && _dimensions[only].IsChoice ? _dimensions[only].Widths!.Length : 1);
        Span<LogSum> sums = stackalloc LogSum[logs.Length == 1 ? 1 : KernelQuery.Points];
        sums.Fill(LogSum.Empty.Add(Math.Log(prior), 1));
        Table.Evaluate(query, sums);
        double total = Math.Log(TotalWeight(only) + prior);
        for (int i = 0; i < logs.Length; i++)
        {
            logs[i] = sums[i].Log - total;
        }
    }

    /// <summary>Selects the parameters of some points that count; all have those of the first.</summary>
    public void Prepare(ReadOnlySpan<double> points, int count, int only, KernelQuery query)
    {
        query.Clear();
        int from = only >= 0 ? only : 0;
        int to = only >= 0 ? only : _dimensions.Length - 1;
        for (int d = from; d <= to; d++)
        {
            if (double.IsNaN(points[d]))
            {
                continue;
            }

            if (!_options.IsJoint || (_dimensions[d].IsConditional && !_dimensions[d].IsChoice))
            {
                query.Norms[query.NormCount++] = d;
            }

            int slot = _dimensions[d].IsChoice ? query.ChoiceCount++ : query.NumericCount++;
            (_dimensions[d].IsChoice ? query.Choices : query.Numeric)[slot] = d;
            for (int i = 0; i < KernelQuery.Points; i++)
            {
                double place = points[((i < count ? i : 0) * _dimensions.Length) + d];
                Put(query, (slot * KernelQuery.Points) + i, d, place);
            }
        }
    }

    /// <summary>Gets the part of a choice's kernel that stays with the trial's own choice; the rest follows the law of the space.</summary>
    public double OwnShare(int dimension)
    {
        double smoothing = _options.PoolsChoices ? 0 : _dimensions[dimension].Widths!.Length * _options.ChoiceSmoothing / (_active[dimension] + 1);
        return 1 / (1 + smoothing);
    }

    /// <summary>Gets the weight of all trials that have a parameter, or of all trials.</summary>
    public double TotalWeight(int only)
    {
        if (_isUniform)
        {
            return only >= 0 ? _active[only] : Count;
        }

        double total = 0;
        for (int slot = 0; slot < Table.SlotCount; slot++)
        {
            total += only >= 0 && Table.Norm(slot, only) == KernelTable.Never ? 0 : _weights[slot];
        }

        return total;
    }

    // Optuna's kernel: every choice gets its law's share of the prior weight, the trial's own choice 1 besides.
    private (double Own, double Other) ChoiceKernel(int dimension, int choice)
    {
        double share = OwnShare(dimension);
        double law = Math.Max(_dimensions[dimension].Widths![choice], 1e-300);
        return (Math.Log((share / law) + (1 - share)), Math.Log(Math.Max(1 - share, 1e-26)));
    }

    private void Put(KernelQuery query, int index, int dimension, double place)
    {
        if (!_dimensions[dimension].IsChoice)
        {
            query.Places[index] = (float)place;
            return;
        }

        (double own, double other) = ChoiceKernel(dimension, (int)place);
        query.Match[index] = (float)own;
        query.Mismatch[index] = (float)other;
        query.Chosen[index] = (float)place;
    }

    private void Begin(int slot, int row)
    {
        Count++;
        _rowOf[slot] = row;
        _weights[slot] = 1;
        _stale.Add(slot);
    }

    // Returns whether nothing is left to do: the parameter is a choice, or the trial does not have it.
    private bool SetChoice(int slot, int dimension, double place)
    {
        if (double.IsNaN(place))
        {
            Table.Set(slot, dimension, 0, 0, _options.IsJoint ? 0 : KernelTable.Never);
            return true;
        }

        _active[dimension]++;
        if (_dimensions[dimension].IsChoice)
        {
            Table.Set(slot, dimension, (float)place, 1, 0);
            return true;
        }

        return false;
    }

    private void Widen(int dimension, int position)
    {
        if (position >= 0 && position < _neighbours[dimension].Count)
        {
            SetWidth(dimension, position);
            _stale.Add(_neighbours[dimension].SlotAt(position));
        }
    }

    private void SetWidth(int dimension, int position)
    {
        NeighbourList list = _neighbours[dimension];
        int slot = list.SlotAt(position);
        double floor = Math.Max(_floors[dimension], _options.CellBandwidth * _rows.CellWidth(_rowOf[slot], dimension));
        double width = Math.Clamp(list.Gap(position, _options.EndsAreNeighbours), Math.Min(floor, 1), 1);
        double place = list.PlaceAt(position);
        Table.Set(slot, dimension, (float)place, (float)(0.5 / (width * width)), (float)-UnitKernel.LogNormaliser(_dimensions[dimension], place, width));
    }

    private void SetConstant(int slot)
    {
        if (_weights[slot] <= 0)
        {
            Table.SetConstant(slot, KernelTable.Never);
            return;
        }

        double constant = Math.Log(_weights[slot]);
        if (_options.IsJoint)
        {
            for (int d = 0; d < _dimensions.Length; d++)
            {
                constant += _dimensions[d].IsConditional ? 0 : Table.Norm(slot, d);
            }
        }

        Table.SetConstant(slot, (float)constant);
    }

    private double Floor(int count) => Math.Max(_options.BandwidthFloor, Math.Pow(count + 2, -_exponent));
}
