using Hypermax.Dashboard.Contracts;
using Hypermax.Dashboard.Live;
using Hypermax.Execution.Usages;

namespace Hypermax.Dashboard.Trials;

/// <summary>Makes the list of running trials: what each reported, printed and uses.</summary>
internal static class RunningEntries
{
    private const int Most = 64;

    public static IReadOnlyList<RunningEntry> Of(LiveStudy study, StudyMoment moment)
    {
        if (moment.Owner is null)
        {
            return [];
        }

        IReadOnlyDictionary<int, RunningUsage> usages = study.Usages.Now;
        return
        [
            .. moment.Trials.Where(trial => !trial.IsFinished).OrderBy(trial => moment.Waiting.Contains(trial.Number)).Take(Most).Select(trial =>
            {
                TrialReport? last = moment.Reports.TryGetValue(trial.Number, out IReadOnlyList<TrialReport>? reports) ? reports[^1] : null;
                RunningUsage? usage = usages.TryGetValue(trial.Number, out RunningUsage known) ? known : null;
                return new RunningEntry(
                    trial.Number,
                    trial.Started,
                    last?.Step,
                    last is { } report ? Numbers.OrNull(report.Value) : null,
                    TrialLogs.Tail(study.Place, trial.Number, 1),
                    usage is { } used ? Numbers.OrNull(used.CpuSeconds) : null,
                    usage?.Bytes,
                    usage?.PeakBytes,
                    usage is { IsShared: true } ? true : null,
                    moment.Waiting.Contains(trial.Number) ? true : null);
            }),
        ];
    }
}
