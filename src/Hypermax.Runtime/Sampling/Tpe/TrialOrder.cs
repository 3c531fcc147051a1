namespace Hypermax.Sampling.Tpe;

/// <summary>The rows of a history from best to worst, and what each good one counts.</summary>
internal abstract class TrialOrder
{
    /// <summary>Gets the rows, usable ones first; only whether a row is among the good ones matters, not where.</summary>
    public abstract ReadOnlySpan<int> Order { get; }

    /// <summary>Gets the number of rows that can be good.</summary>
    public abstract int Usable { get; }

    /// <summary>Takes in the rows added since.</summary>
    /// <param name="goodCount">Gets the number of good rows among usable ones.</param>
    public abstract void Update(Func<int, int> goodCount);

    /// <summary>Weighs the good rows by how much they improve on the bad ones.</summary>
    /// <param name="good">The good rows.</param>
    /// <param name="weights">Receives a weight above 0 for each, at most 1.</param>
    public abstract void Weigh(ReadOnlySpan<int> good, Span<double> weights);
}
