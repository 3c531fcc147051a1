using Hypermax.Errors;

namespace Hypermax.Import;

/// <summary>Collects what a reader of the result should know, one line a matter however many rows it concerns.</summary>
internal sealed class ImportNotes
{
    private readonly List<string> _notes = [];
    private int _leftOut;
    private int _unfinished;

    /// <summary>Gets the first reason for which a row was left out.</summary>
    public string? First { get; private set; }

    /// <summary>Notes that a row fits no point of the space.</summary>
    /// <param name="row">The row, from 1.</param>
    /// <param name="problem">Why.</param>
    public void LeftOut(int row, string problem)
    {
        _leftOut++;
        First ??= FormattableString.Invariant($"in row {row}, {problem}");
    }

    /// <summary>Notes that a row is of a trial that has not ended.</summary>
    public void Unfinished() => _unfinished++;

    /// <summary>Notes that a column has texts, so that it is no metric.</summary>
    /// <param name="head">The head of the column.</param>
    /// <param name="text">The first text.</param>
    public void NoMetric(string head, string text) =>
        _notes.Add($"Column '{head}' holds texts such as '{text}', so it is no metric; what follows the first of them was left out.");

    /// <summary>Notes that the numbers of the table could not stay.</summary>
    public void Renumbered() => _notes.Add("The column 'trial' has gaps or numbers twice; trials are numbered in the order of the rows.");

    /// <summary>Notes values that lay between steps.</summary>
    /// <param name="cells">The readers of all parameters.</param>
    public void Snapped(IEnumerable<CellReader> cells)
    {
        foreach (CellReader cell in cells.Where(cell => cell.SnappedCount > 0))
        {
            _notes.Add(
                FormattableString.Invariant($"{Counted.Of(cell.SnappedCount, "value")} of '{cell.Name}' ")
                + FormattableString.Invariant($"{(cell.SnappedCount == 1 ? "lies between its steps and was" : "lie between its steps and were")} moved to ")
                + "the nearest.");
        }
    }

    /// <summary>Gets all notes.</summary>
    /// <param name="rows">How many rows the table has.</param>
    public IReadOnlyList<string> ToList(int rows)
    {
        if (_unfinished > 0)
        {
            _notes.Insert(0, FormattableString.Invariant($"{_unfinished} of {Counted.Of(rows, "trial")} had not ended and were left out."));
        }

        if (_leftOut > 0)
        {
            _notes.Insert(
                0,
                FormattableString.Invariant($"{_leftOut} of {Counted.Of(rows, "row")} ")
                + FormattableString.Invariant($"{(_leftOut == 1 ? "was left out because it is no point" : "were left out because they are no points")} of ")
                + FormattableString.Invariant($"the space; {First}. Widen the space to keep them."));
        }

        return _notes;
    }
}
