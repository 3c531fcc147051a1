using Hypermax.Pruning.Curves;

namespace Hypermax.Pruning;

/// <summary>The curves of the finished trials that a verdict may depend on.</summary>
/// <remarks>Rows are only ever added. Not safe to share between threads while they are.</remarks>
public sealed class CurveHistory
{
    private readonly CurveTable _table;

    /// <summary>Creates a history of curves.</summary>
    /// <param name="curves">The curves of finished trials, oldest first.</param>
    public CurveHistory(IEnumerable<LearningCurve> curves)
    {
        ArgumentNullException.ThrowIfNull(curves);
        _table = new CurveTable();
        foreach (LearningCurve curve in curves)
        {
            _table.Add(curve);
        }

        Count = _table.Count;
    }

    internal CurveHistory(CurveTable table, int count) => (_table, Count) = (table, count);

    /// <summary>Gets the number of trials.</summary>
    public int Count { get; }

    /// <summary>Gets how many of them are complete.</summary>
    public int CompleteCount => _table.CompleteOf(Count);

    /// <summary>Gets the complete trial with the smallest loss, the first of equals; null when there is none.</summary>
    public LearningCurve? Best => _table.BestOf(Count) is >= 0 and int row ? _table[row] : null;

    /// <summary>Gets the first complete trial that reported anything; null when there is none.</summary>
    public LearningCurve? FirstComplete => _table.FirstCompleteOf(Count) is >= 0 and int row ? _table[row] : null;

    /// <summary>Gets the curve of a trial.</summary>
    /// <param name="row">The place of the trial, from 0 to <see cref="Count"/> − 1.</param>
    public LearningCurve this[int row]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Count, nameof(row));
            return _table[row];
        }
    }

    /// <summary>Gets what trials said at exactly a step.</summary>
    /// <param name="step">The step.</param>
    public CurveColumn At(long step) => _table.ColumnOf(step, orBeyond: false, Count);

    /// <summary>Gets what trials said first at a step or beyond.</summary>
    /// <param name="step">The step.</param>
    public CurveColumn From(long step) => _table.ColumnOf(step, orBeyond: true, Count);
}
