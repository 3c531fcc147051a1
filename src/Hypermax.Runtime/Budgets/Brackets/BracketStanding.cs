namespace Hypermax.Budgets.Brackets;

/// <summary>How far one bracket has come.</summary>
/// <param name="bracket">The bracket.</param>
/// <param name="trials">Its trials so far.</param>
/// <param name="context">What the schedule knows, the trials of other brackets among it.</param>
internal sealed class BracketStanding(Bracket bracket, IReadOnlyList<ScheduledTrial> trials, ScheduleContext context)
{
    private readonly ILookup<int, ScheduledTrial> _rungs = trials.ToLookup(trial => trial.Budget.Round);

    /// <summary>Gets whether its first rung wants another new point.</summary>
    public bool HasRoom => context.MayStart && _rungs[0].Count() < bracket.Rungs[0].Trials;

    /// <summary>Finds the trial to continue, on the highest rung where there is one; null when there is none yet.</summary>
    public Assignment? Promotion()
    {
        Assignment? found = null;
        (bool isFull, bool isSettled) = (!HasRoom, !HasRoom && _rungs[0].All(IsOver));
        for (int round = 1; round < bracket.Rungs.Count && isFull; round++)
        {
            ScheduledTrial[] below = [.. _rungs[round - 1]];
            ScheduledTrial[] here = [.. _rungs[round]];
            int size = bracket.Rungs[round].Trials;
            int ended = below.Count(trial => trial.IsFinished);
            int wanted = isSettled
                ? Math.Min(size, below.Count(trial => trial.HasLoss))
                : Math.Min(size, ended * size / Math.Max(1, bracket.Rungs[round - 1].Trials));
            if (here.Length < wanted && Best(below, here) is { } best)
            {
                found = new Assignment(new TrialBudget(bracket.Rungs[round].Budget) { Round = round, Continues = best.Number })
                {
                    Note = FormattableString.Invariant($"trial {best.Number} is among the best {wanted} of {ended} at budget {best.Budget.Amount}"),
                };
            }

            isFull = here.Length >= wanted;
            isSettled = isSettled && isFull && Array.TrueForAll(here, IsOver);
        }

        return found;
    }

    // Where a rung's worth of trials that began later, with no smaller budget, have ended, nobody waits for this one any longer.
    private bool IsOver(ScheduledTrial trial) => trial.IsFinished
        || context.Trials.Count(later => later.IsFinished && later.Number > trial.Number && later.Budget.Amount >= trial.Budget.Amount)
            >= bracket.Rungs[trial.Budget.Round].Trials;

    private static ScheduledTrial? Best(ScheduledTrial[] below, ScheduledTrial[] here) => below
        .Where(trial => trial.HasLoss && !Array.Exists(here, other => other.Budget.Continues == trial.Number))
        .OrderBy(trial => trial.Loss)
        .ThenBy(trial => trial.Number)
        .FirstOrDefault();
}
