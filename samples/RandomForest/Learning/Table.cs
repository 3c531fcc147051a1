namespace RandomForest.Learning;

/// <summary>Labelled cases, one column of numbers a measurement.</summary>
/// <param name="Columns">The measurements: Columns[feature][case].</param>
/// <param name="Labels">The class of each case, 0 or 1.</param>
public sealed record Table(double[][] Columns, byte[] Labels)
{
    /// <summary>Gets the number of cases.</summary>
    public int Count => Labels.Length;

    /// <summary>Gets some of the cases.</summary>
    /// <param name="rows">Their indices.</param>
    public Table Take(IReadOnlyList<int> rows) => new(
        [.. Columns.Select(column => rows.Select(row => column[row]).ToArray())],
        [.. rows.Select(row => Labels[row])]);
}
