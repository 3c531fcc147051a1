namespace Hypermax.Pruning;

/// <summary>What the finished trials said at one step, those that said something, in the order of the history.</summary>
/// <remarks>Valid until the history grows.</remarks>
public readonly ref struct CurveColumn
{
    internal CurveColumn(ReadOnlySpan<int> rows, ReadOnlySpan<double> losses)
    {
        Rows = rows;
        Losses = losses;
    }

    /// <summary>Gets the places of the trials in the history.</summary>
    public ReadOnlySpan<int> Rows { get; }

    /// <summary>Gets their losses; NaN where a trial reported no number.</summary>
    public ReadOnlySpan<double> Losses { get; }
}
