namespace Hypermax.Budgets.SuccessiveHalving;

/// <summary>Asynchronous successive halving: whenever a worker is free, the best trial that may go on does, and else a new point begins.</summary>
/// <param name="randomShare">How likely a new point is drawn from the laws of the space.</param>
internal sealed class AshaSchedule(double randomShare) : IBudgetSchedule
{
    public string Name => "asha";

    public Assignment? Next(ScheduleContext context)
    {
        IReadOnlyList<long> budgets = context.Fidelity.Budgets;
        ILookup<int, ScheduledTrial> rungs = context.Trials.ToLookup(trial => trial.Budget.Round);
        HashSet<int> continued = [.. context.Trials.Select(trial => trial.Budget.Continues).OfType<int>()];
        for (int round = budgets.Count - 2; round >= 0; round--)
        {
            ScheduledTrial[] ended = [.. rungs[round].Where(trial => trial.IsFinished)];
            int share = (int)(ended.Length / context.Fidelity.Eta);
            ScheduledTrial? best = ended.Where(trial => trial.HasLoss).OrderBy(trial => trial.Loss).ThenBy(trial => trial.Number).Take(share)
                .FirstOrDefault(trial => !continued.Contains(trial.Number));
            if (best is not null)
            {
                return new Assignment(new TrialBudget(budgets[round + 1]) { Continues = best.Number, Round = round + 1, Group = budgets.Count - 1 })
                {
                    Note = FormattableString.Invariant($"trial {best.Number} is among the best {share} of {ended.Length} at budget {best.Budget.Amount}"),
                };
            }
        }

        return !context.MayStart ? null : new Assignment(new TrialBudget(budgets[0]) { Group = budgets.Count - 1 })
        {
            AtRandom = context.IsAtRandom(Name, randomShare),
        };
    }
}
