using System.Globalization;
using MathNet.Numerics.Statistics;

namespace Hypermax.Pruning;

/// <summary>Stops a trial whose best report is worse than a percentile of what complete trials had reported at the same step.</summary>
/// <remarks>
/// <para>As Optuna's <c>PercentilePruner</c>; see docs/algorithms/pruners.md. The percentile is interpolated between neighbours.</para>
/// <para>Immutable; safe to share. Cost of a verdict: linear in the complete trials that reported at the step.</para>
/// </remarks>
public sealed record PercentilePruner : IPruner
{
    /// <inheritdoc/>
    public string Name => "percentile";

    /// <summary>Gets how many percent of the trials are good enough to go on.</summary>
    /// <value>From 0 to 100; the default is 25.</value>
    public double Percentile { get; init; } = 25;

    /// <summary>Gets how many trials must be complete before one is stopped.</summary>
    /// <value>0 or above; the default is 5.</value>
    public int StartupTrials { get; init; } = 5;

    /// <summary>Gets the step before which no trial is stopped.</summary>
    /// <value>0 or above; the default is 0.</value>
    public int WarmupSteps { get; init; }

    /// <summary>Gets how many steps lie between two looks at a trial.</summary>
    /// <value>Above 0; the default is 1: every report.</value>
    public int IntervalSteps { get; init; } = 1;

    /// <summary>Gets how many complete trials must have reported at the step.</summary>
    /// <value>Above 0; the default is 1.</value>
    public int MinTrials { get; init; } = 1;

    /// <inheritdoc/>
    public string? FindReason(PrunerContext context) => FindReason(
        context,
        string.Create(CultureInfo.InvariantCulture, $"the percentile {Percentile}"));

    internal string? FindReason(PrunerContext context, string percentile)
    {
        if (context.History.CompleteCount < Math.Max(1, StartupTrials) || !Looks.IsDue(context.Curve, WarmupSteps, IntervalSteps))
        {
            return null;
        }

        double best = context.Curve.Best;
        if (double.IsNaN(best))
        {
            return "none of its reports is a number";
        }

        double[] others = CompleteAt(context);
        if (others.Length < MinTrials)
        {
            return null;
        }

        int count = others.Length;
        double limit = ArrayStatistics.QuantileCustomInplace(others, Percentile / 100, QuantileDefinition.R7);
        return best > limit
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"its best report until step {context.Step}, {context.Words(best)}, is worse than {percentile} there, {context.Words(limit)}, of ")
                + Errors.Counted.Of(count, "complete trial")
            : null;
    }

    private static double[] CompleteAt(PrunerContext context)
    {
        CurveColumn column = context.History.At(context.Step);
        double[] losses = new double[column.Losses.Length];
        int count = 0;
        for (int i = 0; i < losses.Length; i++)
        {
            if (!double.IsNaN(column.Losses[i]) && context.History[column.Rows[i]].IsComplete)
            {
                losses[count++] = column.Losses[i];
            }
        }

        return losses[..count];
    }
}
