using Hypermax.Tables;

namespace Hypermax.Charts.Json;

/// <summary>Numbers columns as they are first used, so that a column drawn by many charts is written once.</summary>
internal sealed class ColumnPool
{
    private readonly Dictionary<Column, int> _indices = new(ReferenceEqualityComparer.Instance);
    private readonly List<Column> _columns = [];

    public IReadOnlyList<Column> Columns => _columns;

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
