using System.Globalization;
using Hypermax.Analysis.Correlations;
using Hypermax.Errors;
using Hypermax.Reports;

namespace Hypermax.Analysis.Findings;

/// <summary>Tells what trials with budgets cost together, how far small budgets told the truth, and whether the objective heeds them.</summary>
internal static class FidelityFindings
{
    private const int LeastContinued = 3;
    private const int LeastWhole = 5;
    private const double Low = 0.3;

    public static IEnumerable<Finding> Find(StudyData data)
    {
        if (data.Header.Fidelity is not { } fidelity || data.Complete.Count == 0)
        {
            yield break;
        }

        TrialRecord[] continued = [.. data.Finished.Where(trial => trial is { Budget.Continues: not null, HasValue: true })];
        if (continued.Length >= LeastContinued && Array.TrueForAll(continued, trial => trial.Value == Before(data, trial).Value))
        {
            yield return new Finding(
                FindingKind.BudgetIgnored,
                "The objective seems to ignore its budget.",
                FormattableString.Invariant($"All {continued.Length} trials that went on to a larger budget have the very value that they had before."),
                "Let it run as long as trial.Budget says (HYPERMAX_BUDGET for a program), or leave the budgets out.");
        }

        double cost = data.Finished.Sum(trial => CostOf(data, trial)) / fidelity.Max;
        string[] agreement = [.. fidelity.Budgets.SkipLast(1).Select(budget => Agreement(data, budget)).OfType<string>()];
        bool isLow = fidelity.Budgets.SkipLast(1).Any(budget => Correlation(data, budget) is < Low);
        yield return new Finding(
            FindingKind.BudgetsTold,
            string.Create(CultureInfo.InvariantCulture, $"{Counted.Of(data.Finished.Count, "trial")} cost as much as {cost:0.#} whole ones."),
            FormattableString.Invariant($"{data.Complete.Count} came to the whole budget, {fidelity.Max}; ")
                + (fidelity.Checkpoints ? "those that continue others are counted from their checkpoints." : "those that continue others began anew.")
                + (agreement.Length == 0 ? string.Empty
                    : $" Rank correlation of losses with those at the whole budget, among the trials that came there: {string.Join(", ", agreement)}."),
            isLow ? "Small budgets mislead here: raise their min, or use the schedule 'forecast', which learns how far to trust them." : null);
    }

    // As far as checkpoints are used; a trial that starts anew costs more.
    private static double CostOf(StudyData data, TrialRecord trial) => trial.Budget is not { } budget ? 0
        : Reached(trial, budget) - (IsGoneOn(data, budget) ? Reached(Before(data, trial), Before(data, trial).Budget!) : 0);

    private static bool IsGoneOn(StudyData data, TrialBudget budget) => budget.Continues is not null && data.Header.Fidelity is { Checkpoints: true };

    private static long Reached(TrialRecord trial, TrialBudget budget) =>
        trial.State == TrialState.Pruned && trial.Outcome!.Reports is [.., var last] ? Math.Min(last.Step, budget.Amount) : budget.Amount;

    private static TrialRecord Before(StudyData data, TrialRecord trial) => data.Trials[trial.Budget!.Continues!.Value];

    private static string? Agreement(StudyData data, long budget) => Correlation(data, budget) is double correlation
        ? string.Create(CultureInfo.InvariantCulture, $"{correlation:0.0#} at {budget}")
        : null;

    private static double? Correlation(StudyData data, long budget)
    {
        List<double> then = [];
        List<double> end = [];
        foreach (TrialRecord whole in data.Complete)
        {
            TrialRecord trial = whole;
            while (trial.Budget?.Continues is not null && trial.Budget.Amount > budget)
            {
                trial = Before(data, trial);
            }

            if (trial.Budget?.Amount == budget && trial.HasValue)
            {
                then.Add(trial.Value);
                end.Add(whole.Value);
            }
        }

        double found = then.Count < LeastWhole ? double.NaN : Associations.Pearson(Ranks.Of([.. then]), Ranks.Of([.. end]));
        return double.IsNaN(found) ? null : found;
    }
}
