namespace Hypermax.Results;

/// <summary>Puts the complete trials of a study in order, best first; equal values in trial order.</summary>
internal static class TrialRanking
{
    /// <summary>Gets the best trials by the first objective.</summary>
    /// <param name="trials">The trials.</param>
    /// <param name="direction">Which values are better.</param>
    /// <param name="count">How many at most.</param>
    public static IReadOnlyList<TrialRecord> Best(IEnumerable<TrialRecord> trials, Direction direction, int count) =>
    [
        .. trials
            .Where(trial => trial.IsComplete && !trial.IsSetApart && double.IsFinite(trial.Value))
            .OrderBy(trial => direction.ToLoss(trial.Value))
            .ThenBy(trial => trial.Number)
            .Take(count),
    ];
}
