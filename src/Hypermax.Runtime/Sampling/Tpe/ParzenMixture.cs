namespace Hypermax.Sampling.Tpe;

/// <summary>The density of one group of trials: a kernel for each trial and the space's own law, as a ratio to that law.</summary>
/// <remarks>
/// <para>A kernel is a product over the parameters its trial has. How the kernels make a density is what the two kinds of
/// mixture differ in: <see cref="JointMixture"/> and <see cref="OneByOneMixture"/>.</para>
/// <para>What it holds is a function of its members alone, in whatever order they came and went.</para>
/// </remarks>
internal abstract class ParzenMixture
{
    private readonly CoordinateRows _rows;
    private readonly TpeOptions _options;
    private readonly double _exponent;
    private readonly float _absentNorm;
    private readonly NeighbourList[] _neighbours;
    private readonly int[] _active;
    private readonly double[] _floors;
    private readonly List<int> _stale = [];
    private int[] _rowOf = [];
    private double[] _weights = [];

    /// <param name="rows">The points on their coordinates.</param>
    /// <param name="options">The settings.</param>
    /// <param name="exponent">How fast the floor of the widths falls with the number of trials.</param>
    /// <param name="absentNorm">The normaliser of a kernel in a parameter that its trial does not have.</param>
    private protected ParzenMixture(CoordinateRows rows, TpeOptions options, double exponent, float absentNorm)
    {
        TpeDimension[] dimensions = rows.Dimensions;
        Dimensions = dimensions;
        _exponent = exponent;
        _absentNorm = absentNorm;
        _rows = rows;
        _options = options;
        Table = new KernelTable(dimensions.Length);
        _neighbours = [.. dimensions.Select(_ => new NeighbourList())];
        _active = new int[dimensions.Length];
        _floors = new double[dimensions.Length];
    }

    public KernelTable Table { get; }

    protected TpeDimension[] Dimensions { get; }

    /// <summary>Gets whether every trial of the group has the weight 1.</summary>
    protected bool IsUniform { get; private set; } = true;

    /// <summary>Gets the number of trials.</summary>
    public int Count { get; private set; }

    /// <summary>Gets the weight of the space's own law, in the units of the trials' weights.</summary>
    public double PriorWeight { get; private set; } = 1;

    public double WeightOf(int slot) => _weights[slot];

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
            for (int d = 0; d < Dimensions.Length; d++)
            {
                double place = _rows[rows[i], d];
                if (!SetChoice(slots[i], d, place) && !double.IsNaN(place))
                {
                    _neighbours[d].Append(place, slots[i]);
                }
            }
        }

        for (int d = 0; d < Dimensions.Length; d++)
        {
            _neighbours[d].Sort();
            _floors[d] = double.NaN;
        }
    }

    public void Add(int slot, int row)
    {
        Begin(slot, row);
        for (int d = 0; d < Dimensions.Length; d++)
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
        for (int d = 0; d < Dimensions.Length; d++)
        {
            double place = _rows[row, d];
            if (double.IsNaN(place))
            {
                continue;
            }

            _active[d]--;
            if (!Dimensions[d].IsChoice)
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
        IsUniform = weights.IsEmpty;
        bool all = !IsUniform;
        for (int d = 0; d < Dimensions.Length; d++)
        {
            double floor = Floor(_active[d]);
            if (floor != _floors[d] && !Dimensions[d].IsChoice)
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

    /// <summary>Gets the part of a choice's kernel that stays with the trial's own choice; the rest follows the law of the space.</summary>
    public double OwnShare(int dimension)
    {
        double smoothing = _options.PoolsChoices ? 0 : Dimensions[dimension].Widths!.Length * _options.ChoiceSmoothing / (_active[dimension] + 1);
        return 1 / (1 + smoothing);
    }

    /// <summary>Gets the number of the group's trials that have a parameter.</summary>
    protected int CountOf(int dimension) => _active[dimension];

    /// <summary>Gets the part of a kernel's logarithm that no point changes.</summary>
    protected abstract double ConstantOf(int slot);

    /// <summary>Adds a parameter to a query, for some points in a row.</summary>
    protected void Put(KernelQuery query, int dimension, ReadOnlySpan<double> points, int count)
    {
        bool isChoice = Dimensions[dimension].IsChoice;
        int place = isChoice ? query.ChoiceCount++ : query.NumericCount++;
        (isChoice ? query.Choices : query.Numeric)[place] = dimension;
        for (int i = 0; i < KernelQuery.Points; i++)
        {
            Put(query, (place * KernelQuery.Points) + i, dimension, points[((i < count ? i : 0) * Dimensions.Length) + dimension]);
        }
    }

    // Optuna's kernel: every choice gets its law's share of the prior weight, the trial's own choice 1 besides.
    private (double Own, double Other) ChoiceKernel(int dimension, int choice)
    {
        double share = OwnShare(dimension);
        double law = Math.Max(Dimensions[dimension].Widths![choice], 1e-300);
        return (Math.Log((share / law) + (1 - share)), Math.Log(Math.Max(1 - share, 1e-26)));
    }

    private void Put(KernelQuery query, int index, int dimension, double place)
    {
        if (!Dimensions[dimension].IsChoice)
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
            Table.Set(slot, dimension, 0, 0, _absentNorm);
            return true;
        }

        _active[dimension]++;
        if (Dimensions[dimension].IsChoice)
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
        Table.Set(slot, dimension, (float)place, (float)(0.5 / (width * width)), (float)-UnitKernel.LogNormaliser(Dimensions[dimension], place, width));
    }

    private void SetConstant(int slot) => Table.SetConstant(slot, _weights[slot] <= 0 ? KernelTable.Never : (float)ConstantOf(slot));

    private double Floor(int count) => Math.Max(_options.BandwidthFloor, Math.Pow(count + 2, -_exponent));
}
