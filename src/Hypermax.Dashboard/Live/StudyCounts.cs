using Hypermax.Results;
using Hypermax.Summary;

namespace Hypermax.Dashboard.Live;

/// <summary>The figures of a study that lists show: counted in one pass, for that happens often.</summary>
/// <param name="Complete">Trials with a value.</param>
/// <param name="Partial">Trials at smaller budgets.</param>
/// <param name="Pruned">Trials that were stopped early.</param>
/// <param name="Failed">Trials that failed.</param>
/// <param name="Running">Trials that have not ended.</param>
/// <param name="Added">Trials that were evaluated elsewhere; no part of the plan.</param>
/// <param name="Best">The best trial, of several objectives by the first; null when there is none.</param>
/// <param name="PerMinute">The trials a minute lately, or NaN.</param>
/// <param name="Last">When something happened last; null before anything did.</param>
internal sealed record StudyCounts(
    int Complete, int Partial, int Pruned, int Failed, int Running, int Added, TrialRecord? Best, double PerMinute, DateTimeOffset? Last)
{
    private const int Lately = 200;

    /// <summary>Gets how many trials ended.</summary>
    public int Finished => Complete + Partial + Pruned + Failed;

    public static StudyCounts Of(StudyMoment moment)
    {
        Span<int> states = stackalloc int[5];
        int added = 0;
        DateTimeOffset last = DateTimeOffset.MinValue;
        List<TrialRecord> complete = new(moment.Trials.Count);
        foreach (TrialRecord trial in moment.Trials)
        {
            states[(int)trial.State]++;
            added += trial is { IsAdded: true, IsFinished: true } ? 1 : 0;
            DateTimeOffset end = trial.Started + trial.Duration;
            last = end > last ? end : last;
            if (trial.IsEligible && trial.HasValue)
            {
                complete.Add(trial);
            }
        }

        TrialRecord? best = moment.Header is { } header && TrialRanking.Best(complete, header.Directions[0], 1) is [TrialRecord first] ? first : null;
        return new StudyCounts(
            states[(int)TrialState.Complete],
            states[(int)TrialState.Partial],
            states[(int)TrialState.Pruned],
            states[(int)TrialState.Failed],
            states[(int)TrialState.Running],
            added,
            best,
            Pace.PerMinute(moment.Trials.Skip(Math.Max(0, moment.Trials.Count - Lately))),
            last == DateTimeOffset.MinValue ? null : last);
    }
}
