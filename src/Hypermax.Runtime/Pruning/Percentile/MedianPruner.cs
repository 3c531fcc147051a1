namespace Hypermax.Pruning;

/// <summary>Stops a trial whose best report is worse than the median of what complete trials had reported at the same step.</summary>
/// <remarks>
/// <para>The rule of Google Vizier (Golovin et al. 2017, §3.2) as in Optuna's <c>MedianPruner</c>; the percentile 50 of <see cref="PercentilePruner"/>.</para>
/// <para>Immutable; safe to share. Cost of a verdict: linear in the complete trials that reported at the step.</para>
/// </remarks>
public sealed record MedianPruner : IPruner
{
    /// <inheritdoc/>
    public string Name => "median";

    /// <inheritdoc cref="PercentilePruner.StartupTrials"/>
    public int StartupTrials { get; init; } = 5;

    /// <inheritdoc cref="PercentilePruner.WarmupSteps"/>
    public int WarmupSteps { get; init; }

    /// <inheritdoc cref="PercentilePruner.IntervalSteps"/>
    public int IntervalSteps { get; init; } = 1;

    /// <inheritdoc cref="PercentilePruner.MinTrials"/>
    public int MinTrials { get; init; } = 1;

    private PercentilePruner Half => new()
    {
        Percentile = 50,
        StartupTrials = StartupTrials,
        WarmupSteps = WarmupSteps,
        IntervalSteps = IntervalSteps,
        MinTrials = MinTrials,
    };

    /// <inheritdoc/>
    public string? FindReason(PrunerContext context) => Half.FindReason(context, "the median");
}
