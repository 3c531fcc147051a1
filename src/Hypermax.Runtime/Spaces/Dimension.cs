using Hypermax.Numerics;

namespace Hypermax.Spaces;

/// <summary>The unit form of one parameter: the interval [0, 1], on which every value has the length that its law gives it.</summary>
/// <remarks>
/// <para>A continuous value x stands at u = F(x), the distribution function of its law cut at the bounds; a uniform u is a
/// draw from the law. A grid value, a whole number or a choice owns a cell [CellLow, CellHigh], as long as it is likely:
/// every grid value, end points included, has the weight its law gives it, and no draw leaves the bounds.</para>
/// <para>Immutable and safe to share between threads.</para>
/// </remarks>
public sealed class Dimension
{
    private const int MostTabulated = 4096;

    private readonly NumericParameter? _numeric;
    private readonly LawCdf? _law;
    private readonly double[]? _edges;

    /// <summary>Creates the unit form of a parameter.</summary>
    /// <param name="parameter">The parameter.</param>
    public Dimension(Parameter parameter)
    {
        Parameter = parameter;
        if (parameter is CategoricalParameter categorical)
        {
            LevelCount = categorical.Choices.Count;
            _edges = Edges(categorical);
            return;
        }

        _numeric = (NumericParameter)parameter;
        _law = new LawCdf(_numeric);
        if (_numeric.Step is not null)
        {
            double count = _numeric.Grid.LastIndex - _numeric.Grid.FirstIndex + 1;
            LevelCount = double.IsFinite(count) && count < int.MaxValue ? (int)count : int.MaxValue;
            _edges = LevelCount <= MostTabulated ? Edges(_numeric, _law, LevelCount) : null;
        }
        else if (_numeric.Low == _numeric.High)
        {
            LevelCount = 1;
            _edges = [0, 1];
        }
    }

    /// <summary>Gets the parameter.</summary>
    public Parameter Parameter { get; }

    /// <summary>Gets the number of values: 0 for a continuous parameter, <see cref="int.MaxValue"/> for a grid without end.</summary>
    public int LevelCount { get; }

    /// <summary>Gets whether the values are choices without an order.</summary>
    public bool IsCategorical => _numeric is null && !((CategoricalParameter)Parameter).IsOrdered;

    /// <summary>Gets whether every number between the bounds is a value.</summary>
    public bool IsContinuous => LevelCount == 0;

    /// <summary>Gets the value that owns a place of the unit interval.</summary>
    /// <param name="unit">From 0 to 1; a uniform draw gives a draw from the law.</param>
    public double FromUnit(double unit)
    {
        if (_edges is not null)
        {
            return LevelValue(FindCell(_edges, unit));
        }

        double value = _law!.Quantile(Math.Clamp(unit, 0, 1));
        return LevelCount == 0 ? Math.Clamp(value, _numeric!.Low, _numeric.High) : _numeric!.Snap(value);
    }

    /// <summary>Gets the place of a value in the unit interval: the middle of its cell for grid values and choices.</summary>
    /// <param name="value">A value the parameter can have, in vector form.</param>
    public double ToUnit(double value)
    {
        if (LevelCount == 0)
        {
            return Math.Clamp(_law!.Cdf(value), 0, 1);
        }

        (double low, double high) = Cell(value);
        return 0.5 * (low + high);
    }

    /// <summary>Gets the part of the unit interval that a value owns; empty for a continuous parameter.</summary>
    /// <param name="value">A value the parameter can have, in vector form.</param>
    public (double Low, double High) Cell(double value)
    {
        if (_edges is not null)
        {
            int level = LevelOf(value);
            return (_edges[level], _edges[level + 1]);
        }

        if (LevelCount == 0)
        {
            double unit = ToUnit(value);
            return (unit, unit);
        }

        return _law!.GridCell(value);
    }

    /// <summary>Gets the index of a value among all values: the choice, or the place on the grid.</summary>
    /// <param name="value">A value in vector form.</param>
    public int LevelOf(double value) => _numeric is null
        ? (int)value
        : _numeric.Step is null ? 0 : (int)(_numeric.Grid.Index(value) - Math.Max(_numeric.Grid.FirstIndex, int.MinValue));

    /// <summary>Gets the value with an index among all values.</summary>
    /// <param name="level">From 0 to <see cref="LevelCount"/> − 1.</param>
    public double LevelValue(int level) => _numeric is null
        ? level
        : _numeric.Step is null ? _numeric.Low : _numeric.Grid.Value(_numeric.Grid.FirstIndex + level);

    private static double[] Edges(CategoricalParameter parameter)
    {
        double[] edges = new double[parameter.Choices.Count + 1];
        for (int i = 0; i < parameter.Choices.Count; i++)
        {
            edges[i + 1] = edges[i] + (parameter.Weights?[i] ?? (1.0 / parameter.Choices.Count));
        }

        edges[^1] = 1;
        return edges;
    }

    private static double[] Edges(NumericParameter parameter, LawCdf law, int count)
    {
        double[] edges = new double[count + 1];
        for (int i = 0; i < count; i++)
        {
            edges[i] = law.GridCell(parameter.Grid.Value(i)).Low;
        }

        edges[0] = 0;
        edges[^1] = 1;
        return edges;
    }

    private static int FindCell(double[] edges, double unit)
    {
        int low = 0;
        int high = edges.Length - 2;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = edges[middle] <= unit ? (middle, high) : (low, middle - 1);
        }

        // A choice of weight 0 owns nothing; walk back to one that does.
        while (low > 0 && edges[low + 1] <= edges[low])
        {
            low--;
        }

        return low;
    }
}
