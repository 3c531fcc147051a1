using System.Globalization;

namespace Hypermax.Tables;

/// <summary>One named column of a table: numbers, or labels coded as numbers.</summary>
/// <remarks>A cell is empty where its number is NaN. Immutable and safe to share between threads and tables.</remarks>
public sealed class Column
{
    /// <summary>Below one row in so many, texts of all rows of a shared column are not worth making.</summary>
    private const int FewRows = 8;

    private readonly double[] _values;
    private CellTexts? _cells;

    /// <summary>Creates a column of numbers.</summary>
    /// <param name="name">The head of the column.</param>
    /// <param name="values">The numbers; NaN for an empty cell.</param>
    public Column(string name, IEnumerable<double> values)
        : this(name, values as double[] ?? [.. values], null)
    {
    }

    /// <summary>Creates a column of labels.</summary>
    /// <param name="name">The head of the column.</param>
    /// <param name="indices">For each row the index of its label; NaN for an empty cell.</param>
    /// <param name="labels">The labels, or null for a column of numbers.</param>
    public Column(string name, double[] indices, IReadOnlyList<string>? labels)
    {
        Name = name;
        _values = indices;
        Labels = labels;
    }

    /// <summary>Creates a column of texts; equal texts share a label, in the order of their first row.</summary>
    /// <param name="name">The head of the column.</param>
    /// <param name="texts">The texts; null for an empty cell.</param>
    public static Column OfTexts(string name, IEnumerable<string?> texts)
    {
        List<string> labels = [];
        Dictionary<string, int> indices = new(StringComparer.Ordinal);
        List<double> values = [];
        foreach (string? text in texts)
        {
            if (text is null)
            {
                values.Add(double.NaN);
                continue;
            }

            if (!indices.TryGetValue(text, out int index))
            {
                index = labels.Count;
                indices.Add(text, index);
                labels.Add(text);
            }

            values.Add(index);
        }

        return new Column(name, [.. values], labels);
    }

    /// <summary>Gets the head of the column.</summary>
    public string Name { get; }

    /// <summary>Gets the number of rows.</summary>
    public int Count => _values.Length;

    /// <summary>Gets the labels that the numbers are indices into, or null when the numbers stand for themselves.</summary>
    public IReadOnlyList<string>? Labels { get; }

    /// <summary>Gets the numbers: values or indices of labels, NaN for empty cells.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>Gets the column and the rows that this one was picked from, or null; writers that have that column need not repeat it.</summary>
    internal (Column Source, IReadOnlyList<int> Rows)? Origin { get; private init; }

    /// <summary>Gets whether many tables have this column, so that its texts are worth keeping.</summary>
    internal bool IsShared { get; init; }

    /// <summary>Gets the texts of the cells, and which of them are the rows of this column, or null when all are.</summary>
    internal (CellTexts Cells, IReadOnlyList<int>? Rows) Cells =>
        Origin is { Source.IsShared: true } origin && origin.Rows.Count >= origin.Source.Count / FewRows
            ? (origin.Source.Cells.Cells, (IReadOnlyList<int>?)origin.Rows)
        : IsShared ? (_cells ??= new CellTexts(this), null)
        : (new CellTexts(this), null);

    /// <summary>Gets one number.</summary>
    /// <param name="row">The row, from 0.</param>
    public double this[int row] => _values[row];

    /// <summary>Gets the same column with another head.</summary>
    /// <param name="name">The head.</param>
    public Column Renamed(string name) =>
        name == Name ? this : new Column(name, _values, Labels) { Origin = Origin, IsShared = IsShared, _cells = IsShared ? Cells.Cells : null };

    /// <summary>Gets a column of some of the rows, in the order given.</summary>
    /// <param name="rows">The rows, from 0.</param>
    public Column Pick(IReadOnlyList<int> rows)
    {
        double[] picked = new double[rows.Count];
        for (int i = 0; i < picked.Length; i++)
        {
            picked[i] = _values[rows[i]];
        }

        return new Column(Name, picked, Labels) { Origin = Origin is null ? (this, rows) : null };
    }

    /// <summary>Gets a cell as text, invariant to culture: the shortest digits that give the number back, the label, or nothing.</summary>
    /// <param name="row">The row, from 0.</param>
    public string Text(int row)
    {
        double value = _values[row];
        return double.IsNaN(value) ? string.Empty
            : Labels is null ? value.ToString("R", CultureInfo.InvariantCulture)
            : Labels[(int)value];
    }
}
