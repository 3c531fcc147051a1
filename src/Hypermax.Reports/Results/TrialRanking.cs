using Hypermax.Studies.Racing;

namespace Hypermax.Results;

/// <summary>Puts the complete trials of a study in order, best first; equal values in trial order.</summary>
internal static class TrialRanking
{
    /// <summary>Gets the best trials by the first objective.</summary>
    /// <param name="trials">The trials.</param>
    /// <param name="direction">Which values are better.</param>
    /// <param name="count">How many at most.</param>
    /// <remarks>Where leading points were raced, every point has one place: its first trial, with the mean of all.</remarks>
    public static IReadOnlyList<TrialRecord> Best(IEnumerable<TrialRecord> trials, Direction direction, int count)
    {
        TrialRecord[] counted = [.. trials.Where(trial => trial.IsEligible && double.IsFinite(trial.Value))];
        return counted.Any(Race.IsRepeat)
            ? [.. RaceStandings.Of(counted, direction).Ranked().Take(count).Select(point => point.ToTrial(direction))]
            : [.. counted.OrderBy(trial => direction.ToLoss(trial.Value)).ThenBy(trial => trial.Number).Take(count)];
    }
}
