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
            .OrderBy(trial => Loss(trial.Value, direction))
            .ThenBy(trial => trial.Number)
            .Take(count),
    ];

    /// <summary>Gets a value in the form in which smaller is better.</summary>
    /// <param name="value">The value in its own direction.</param>
    /// <param name="direction">Which values are better.</param>
    public static double Loss(double value, Direction direction) => direction == Direction.Maximize ? -value : value;
}
