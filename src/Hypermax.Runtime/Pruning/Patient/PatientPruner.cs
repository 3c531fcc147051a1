namespace Hypermax.Pruning;

/// <summary>Lets another pruner stop a trial only when the trial has not improved for some reports.</summary>
/// <remarks>
/// <para>As Optuna's <c>PatientPruner</c>: the best of the last reports is worse than the best before them by more than a tolerance.</para>
/// <para>Immutable; safe to share. Cost of a verdict: one pass over the reports of the trial, and that of the other pruner.</para>
/// </remarks>
public sealed record PatientPruner : IPruner
{
    /// <inheritdoc/>
    public string Name => "patient";

    /// <summary>Gets the pruner that decides about trials that have not improved. By default the median.</summary>
    public IPruner Inner { get; init; } = new MedianPruner();

    /// <summary>Gets for how many reports, beside the newest, a trial may go without improvement.</summary>
    /// <value>0 or above; the default is 3.</value>
    public int Patience { get; init; } = 3;

    /// <summary>Gets by how much the newer reports must be worse than the older ones.</summary>
    /// <value>0 or above; the default is 0.</value>
    public double MinDelta { get; init; }

    /// <inheritdoc/>
    public string? FindReason(PrunerContext context)
    {
        ReadOnlySpan<double> losses = context.Curve.Losses;
        int newer = Patience + 1;
        if (losses.Length <= newer)
        {
            return null;
        }

        bool isWorse = BestOf(losses[..^newer]) + MinDelta < BestOf(losses[^newer..]);
        return isWorse && Inner.FindReason(context) is { } reason
            ? FormattableString.Invariant($"{reason}, and its last {newer} reports are no better than earlier ones")
            : null;
    }

    private static double BestOf(ReadOnlySpan<double> losses)
    {
        double best = double.NaN;
        foreach (double loss in losses)
        {
            best = double.MinNumber(best, loss);
        }

        return best;
    }
}
