using System.Runtime.InteropServices;

namespace Hypermax.Trials;

/// <summary>By how much the rows of a history break their constraints: one column a constraint, added when it first comes up.</summary>
internal sealed class ConstraintColumns
{
    private readonly List<string> _names = [];
    private readonly List<List<double>> _columns = [];
    private readonly ConstraintScales _scales = new();
    private readonly List<bool> _broken = [];
    private readonly List<IReadOnlyList<ConstraintValue>> _rows = [];
    private double[] _sums = [];

    public IReadOnlyList<string> Names => _names;

    /// <summary>Gets the sums of what each row breaks its constraints by, each in parts of its scale among all rows.</summary>
    public ReadOnlySpan<double> Sums
    {
        get
        {
            if (_sums.Length != _rows.Count)
            {
                _sums = [.. _rows.Select(_scales.SumOf)];
            }

            return _sums;
        }
    }

    /// <summary>Gets the rows as they were added.</summary>
    public IReadOnlyList<IReadOnlyList<ConstraintValue>> Rows => _rows;

    /// <summary>Tells whether a row breaks any constraint, however little.</summary>
    public bool IsBroken(int row) => _broken[row];

    public ReadOnlySpan<double> Of(int constraint) => CollectionsMarshal.AsSpan(_columns[constraint]);

    /// <summary>Adds a row.</summary>
    public void Add(IReadOnlyList<ConstraintValue> values)
    {
        foreach (List<double> column in _columns)
        {
            column.Add(double.NaN);
        }

        bool isBroken = false;
        for (int i = 0; i < values.Count; i++)
        {
            double violation = values[i].Violation;
            ColumnOf(values[i].Name)[^1] = violation;
            isBroken |= violation > 0;
        }

        _scales.Add(values);
        _broken.Add(isBroken);
        _rows.Add(values);
    }

    private List<double> ColumnOf(string name)
    {
        int index = _names.IndexOf(name);
        if (index < 0)
        {
            index = _names.Count;
            _names.Add(name);
            _columns.Add([.. Enumerable.Repeat(double.NaN, _rows.Count + 1)]);
        }

        return _columns[index];
    }
}
