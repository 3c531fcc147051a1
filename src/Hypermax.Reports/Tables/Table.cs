namespace Hypermax.Tables;

/// <summary>Named columns of equal length: the numbers behind a chart or a result file.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class Table
{
    private readonly Dictionary<string, Column> _byName;

    /// <summary>Creates a table.</summary>
    /// <param name="columns">The columns, all of the same length, each with its own name.</param>
    /// <exception cref="ArgumentException">Two columns share a name or differ in length.</exception>
    public Table(params IEnumerable<Column> columns)
    {
        Columns = [.. columns];
        RowCount = Columns.Count == 0 ? 0 : Columns[0].Count;
        _byName = new Dictionary<string, Column>(Columns.Count, StringComparer.Ordinal);
        foreach (Column column in Columns)
        {
            if (column.Count != RowCount)
            {
                throw new ArgumentException(
                    FormattableString.Invariant(
                        $"Column '{column.Name}' has {column.Count} rows but column '{Columns[0].Name}' has {RowCount}; columns of a table are equally long."),
                    nameof(columns));
            }

            if (!_byName.TryAdd(column.Name, column))
            {
                throw new ArgumentException($"A table has two columns named '{column.Name}'; names must differ. Rename one.", nameof(columns));
            }
        }
    }

    /// <summary>Gets the columns.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>Gets the number of rows.</summary>
    public int RowCount { get; }

    /// <summary>Gets a column by its name.</summary>
    /// <param name="name">The name; case matters.</param>
    /// <exception cref="ArgumentException">The table has no such column.</exception>
    public Column this[string name] => _byName.TryGetValue(name, out Column? column)
        ? column
        : throw new ArgumentException(
            $"The table has no column '{name}'; its columns are {string.Join(", ", Columns.Select(existing => $"'{existing.Name}'"))}.", nameof(name));

    /// <summary>Gets a table of some of the rows, in the order given.</summary>
    /// <param name="rows">The rows, from 0.</param>
    public Table Pick(IReadOnlyList<int> rows) => new(Columns.Select(column => column.Pick(rows)));
}
