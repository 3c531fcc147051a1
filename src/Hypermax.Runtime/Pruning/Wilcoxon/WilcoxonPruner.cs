using System.Globalization;

namespace Hypermax.Pruning;

/// <summary>Stops a trial when its reports are worse than those of the best trial, instance by instance, by more than chance explains.</summary>
/// <remarks>
/// <para>For objectives that are means over instances, such as folds or files: a trial reports each instance with its number as the step, in any order, and
/// returns the mean. As Optuna's <c>WilcoxonPruner</c>: a one-sided signed-rank test of the differences; a trial whose mean is ahead of the best
/// value is never stopped. See docs/algorithms/pruners.md.</para>
/// <para>Immutable; safe to share. Cost of a verdict: up to 30 instances their number to the third power, n log n beyond.</para>
/// </remarks>
public sealed record WilcoxonPruner : IPruner
{
    /// <inheritdoc/>
    public string Name => "wilcoxon";

    /// <summary>Gets the p value below which a trial is stopped.</summary>
    /// <value>From 0 to 1; the default is 0.1. The trial is looked at after each report, so that more than this share of equals is stopped in the end.</value>
    public double Threshold { get; init; } = 0.1;

    /// <summary>Gets how many instances must have been reported before the first look.</summary>
    /// <value>0 or above; the default is 2, and fewer have no meaning.</value>
    public int StartupSteps { get; init; } = 2;

    /// <inheritdoc/>
    public string? FindReason(PrunerContext context)
    {
        LearningCurve own = context.Curve;
        if (context.History.Best is not { Count: > 0 } best || Means(own.Losses) is not { } mean || Means(best.Losses) is not { } bestMean)
        {
            return null;
        }

        List<double> differences = [];
        for (int i = 0; i < own.Count; i++)
        {
            if (best.At(own.Steps[i]) is >= 0 and int place)
            {
                differences.Add(own.Losses[i] - best.Losses[place]);
            }
        }

        if (differences.Count < Math.Max(2, StartupSteps) || mean <= bestMean)
        {
            return null;
        }

        double p = SignedRankTest.ProbabilityOfGreater(differences);
        return p < Threshold
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"it is worse than trial {best.Number} on {differences.Count} instances by more than chance explains, p {p:G2}")
            : null;
    }

    // Null where one of them is not finite: ranks of differences have no meaning then.
    private static double? Means(ReadOnlySpan<double> losses)
    {
        double sum = 0;
        foreach (double loss in losses)
        {
            sum += loss;
        }

        return double.IsFinite(sum) ? sum / losses.Length : null;
    }
}
