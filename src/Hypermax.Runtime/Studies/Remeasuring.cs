using Hypermax.Fronts;
using Hypermax.Storage;

namespace Hypermax.Studies;

/// <summary>The best trials of an objective as it was, which are evaluated again under the new one.</summary>
internal static class Remeasuring
{
    /// <summary>The method that trials name which evaluate a point again.</summary>
    public const string Method = "remeasured";

    /// <summary>How many of the best are evaluated again.</summary>
    public const int Leaders = 5;

    /// <summary>Tells whether a trial was run beyond the budget, because its point was evaluated by other code before.</summary>
    public static bool IsExtra(TrialRecord trial) => trial.Insight?.Method == Method;

    /// <summary>Gets the numbers of the best trials that count, best first, one for each point; with several objectives front by front.</summary>
    public static IReadOnlyList<int> LeadersOf(IEnumerable<TrialRecord> trials, IReadOnlyList<Direction> directions)
    {
        TrialRecord[] eligible = [.. trials.Where(trial => trial.IsEligible && trial.Values.Count == directions.Count)];
        int[] ranks = NonDominatedSort.RanksOf(LossTable.Of(eligible, directions));
        IEnumerable<TrialRecord> ranked = Enumerable.Range(0, eligible.Length).OrderBy(i => ranks[i]).Select(i => eligible[i]);
        return [.. ranked.DistinctBy(trial => trial.Point).Take(Leaders).Select(trial => trial.Number)];
    }

    /// <summary>Gets the old trial whose point is to be evaluated again next; null when there is none.</summary>
    public static TrialRecord? Next(IStudyStore store)
    {
        if (store.Changes.LastOrDefault(change => change.Leaders is not null) is not { } change)
        {
            return null;
        }

        TrialRecord[] again = [.. store.Trials.Skip(change.FromTrial).Where(IsExtra)];
        return change.Leaders!
            .Where(number => number < store.Trials.Count)
            .Select(number => store.Trials[number])
            .FirstOrDefault(leader => leader.IsSetApart && !Array.Exists(again, trial => trial.Point.Equals(leader.Point)));
    }
}
