using Hypermax.Fronts;
using Hypermax.Storage;
using Hypermax.Trials;

namespace Hypermax.Studies.Staging;

/// <summary>The trials of a history that may be the best, best first; with several objectives front by front.</summary>
internal static class RankedTrials
{
    /// <summary>Ranks the trials of a history.</summary>
    public static IReadOnlyList<TrialRecord> Of(IStudyStore store, StudyHeader header, TrialHistory history)
    {
        List<TrialRecord> eligible = [];
        foreach (int number in history.Numbers)
        {
            TrialRecord trial = store.Trials[number];
            if (trial.IsEligible && trial.Values.Count == header.Directions.Count)
            {
                eligible.Add(trial);
            }
        }

        int[] ranks = NonDominatedSort.RanksOf(LossTable.Of(eligible, header.Directions));
        return [.. Enumerable.Range(0, eligible.Count).OrderBy(i => ranks[i]).ThenBy(i => eligible[i].Number).Select(i => eligible[i])];
    }

    /// <summary>Gets the best trial of a history; with several objectives the knee of the front. Null when none is complete and feasible.</summary>
    public static TrialRecord? Best(IStudyStore store, StudyHeader header, TrialHistory history)
    {
        if (header.Directions.Count == 1)
        {
            return history.BestRow < 0 ? null : store.Trials[history.Numbers[history.BestRow]];
        }

        IReadOnlyList<TrialRecord> ranked = Of(store, header, history);
        LossTable table = LossTable.Of(ranked, header.Directions);
        int[] front = NonDominatedSort.FirstFront(table);
        return front.Length == 0 ? null : ranked[front[Knee.Of(table.Select(front))]];
    }
}
