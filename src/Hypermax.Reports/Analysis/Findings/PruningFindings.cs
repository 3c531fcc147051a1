using System.Globalization;
using Hypermax.Errors;
using Hypermax.Pruning;
using Hypermax.Reports;

namespace Hypermax.Analysis.Findings;

/// <summary>Weighs what stopping trials early has saved against what it may have cost.</summary>
/// <remarks>Steps stand for cost. A stopped trial that was ahead of the final best at its last step might have become better; nobody knows.</remarks>
internal static class PruningFindings
{
    private const int LeastStopped = 3;

    public static IEnumerable<Finding> Find(StudyData data)
    {
        LearningCurve[] stopped = Curves(data, TrialState.Pruned);
        double[] whole = [.. Curves(data, TrialState.Complete).Select(curve => (double)curve.Steps[^1])];
        if (stopped.Length < LeastStopped || whole.Length == 0 || data.Best is null)
        {
            yield break;
        }

        double steps = MathNet.Numerics.Statistics.Statistics.Median(whole);
        double saved = stopped.Sum(curve => Math.Max(0, 1 - (curve.Steps[^1] / steps)));
        string cost = (stopped.Length - saved).ToString("0.#", CultureInfo.InvariantCulture);
        double share = saved / (whole.Length + stopped.Length);
        LearningCurve best = LearningCurve.Of(data.Best, data.Direction);
        int ahead = stopped.Count(curve => best.From(curve.Steps[^1]) is >= 0 and int place && curve.Losses[^1] < best.Losses[place]);
        yield return new Finding(
            FindingKind.PruningSaved,
            string.Create(CultureInfo.InvariantCulture, $"Stopping trials early saved {100 * share:0} % of the steps."),
            string.Create(
                CultureInfo.InvariantCulture,
                $"{stopped.Length} of {Counted.Of(whole.Length + stopped.Length, "trial")} were stopped, and together cost as much as ")
                + (cost == "1" ? "1 whole one. " : $"{cost} whole ones. ")
                + (ahead == 0 ? "None" : ahead.ToString(CultureInfo.InvariantCulture))
                + " of them stood ahead of the best where it was stopped.",
            ahead * 10 > stopped.Length
                ? "Some of these may have become better: let the pruner wait (warmupSteps), or use 'forecast', which learns how far to trust early values."
                : null);
    }

    private static LearningCurve[] Curves(StudyData data, TrialState state) =>
        [.. data.Finished.Where(trial => trial.State == state).Select(trial => LearningCurve.Of(trial, data.Direction)).Where(curve => curve.Count > 0)];
}
