using System.Globalization;

namespace Hypermax.Pruning;

/// <summary>Stops a trial whose report leaves a range, or is no number.</summary>
/// <remarks>
/// <para>As Optuna's <c>ThresholdPruner</c>. The bounds are values of the objective, in its own direction.</para>
/// <para>Immutable; safe to share. Compares a trial with nothing else, so it works from the first trial on.</para>
/// </remarks>
public sealed record ThresholdPruner : IPruner
{
    /// <inheritdoc/>
    public string Name => "threshold";

    /// <summary>Gets the value below which a trial is stopped. By default null: none.</summary>
    public double? Lower { get; init; }

    /// <summary>Gets the value above which a trial is stopped. By default null: none.</summary>
    public double? Upper { get; init; }

    /// <inheritdoc cref="PercentilePruner.WarmupSteps"/>
    public int WarmupSteps { get; init; }

    /// <inheritdoc cref="PercentilePruner.IntervalSteps"/>
    public int IntervalSteps { get; init; } = 1;

    /// <inheritdoc/>
    public string? FindReason(PrunerContext context)
    {
        if (!Looks.IsDue(context.Curve, WarmupSteps, IntervalSteps))
        {
            return null;
        }

        double value = context.Direction.ToLoss(context.Loss);
        return double.IsNaN(value) ? FormattableString.Invariant($"its report at step {context.Step} is no number")
            : value < Lower ? Words(context, "below", Lower.Value)
            : value > Upper ? Words(context, "above", Upper.Value)
            : null;
    }

    private static string Words(PrunerContext context, string where, double bound) =>
        string.Create(CultureInfo.InvariantCulture, $"{context.Words(context.Loss)} at step {context.Step} is {where} {bound}");
}
