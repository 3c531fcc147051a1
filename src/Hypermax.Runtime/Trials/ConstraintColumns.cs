using System.Runtime.InteropServices;

namespace Hypermax.Trials;

/// <summary>By how much the rows of a history break their constraints: one column a constraint, added when it first comes up.</summary>
internal sealed class ConstraintColumns
{
    private readonly List<string> _names = [];
    private readonly List<List<double>> _columns = [];
    private readonly List<double> _sums = [];
    private readonly List<IReadOnlyList<ConstraintValue>> _rows = [];

    public IReadOnlyList<string> Names => _names;

    /// <summary>Gets the sums of what each row breaks its constraints by.</summary>
    public ReadOnlySpan<double> Sums => CollectionsMarshal.AsSpan(_sums);

    /// <summary>Gets the rows as they were added.</summary>
    public IReadOnlyList<IReadOnlyList<ConstraintValue>> Rows => _rows;

    public ReadOnlySpan<double> Of(int constraint) => CollectionsMarshal.AsSpan(_columns[constraint]);

    /// <summary>Adds a row.</summary>
    public void Add(IReadOnlyList<ConstraintValue> values)
    {
        foreach (List<double> column in _columns)
        {
            column.Add(double.NaN);
        }

        double sum = 0;
        for (int i = 0; i < values.Count; i++)
        {
            double violation = values[i].Violation;
            ColumnOf(values[i].Name)[^1] = violation;
            sum += Math.Max(0, violation);
        }

        _sums.Add(sum);
        _rows.Add(values);
    }

    private List<double> ColumnOf(string name)
    {
        int index = _names.IndexOf(name);
        if (index < 0)
        {
            index = _names.Count;
            _names.Add(name);
            _columns.Add([.. Enumerable.Repeat(double.NaN, _sums.Count + 1)]);
        }

        return _columns[index];
    }
}
