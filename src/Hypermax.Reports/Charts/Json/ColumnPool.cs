using Hypermax.Tables;

namespace Hypermax.Charts.Json;

/// <summary>Numbers columns as they are first used, so that a column drawn by many charts is written once.</summary>
internal sealed class ColumnPool
{
    private readonly Dictionary<Column, int> _indices = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<IReadOnlyList<int>, Column> _rows = new(ReferenceEqualityComparer.Instance);
    private readonly List<Column> _columns = [];

    public IReadOnlyList<Column> Columns => _columns;

    /// <summary>Gets the indices of the column that this one is picked from and of the rows picked; null unless that column is here already.</summary>
    public (int Source, int Rows)? OriginOf(Column column)
    {
        if (column.Origin is not { } origin || !_indices.TryGetValue(origin.Source, out int source))
        {
            return null;
        }

        if (!_rows.TryGetValue(origin.Rows, out Column? rows))
        {
            rows = new Column("rows", origin.Rows.Select(row => (double)row));
            _rows.Add(origin.Rows, rows);
        }

        return (source, IndexOf(rows));
    }

    public int IndexOf(Column column)
    {
        if (!_indices.TryGetValue(column, out int index))
        {
            index = _columns.Count;
            _indices.Add(column, index);
            _columns.Add(column);
        }

        return index;
    }
}
