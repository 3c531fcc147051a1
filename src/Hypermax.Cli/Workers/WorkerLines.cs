using Hypermax.Errors;
using Hypermax.Search;
using Hypermax.Settings;

namespace Hypermax.Workers;

/// <summary>What a worker says: few lines, for a hundred of them write into a hundred logs.</summary>
internal sealed class WorkerLines(SearchTask task, SharedWork work, SearchLines lines)
{
    /// <summary>Says what the worker found.</summary>
    public void Begin(Study study)
    {
        int finished = study.Trials.Count(trial => trial.IsFinished && !trial.IsAdded);
        string order = study.Header.Order == ProposalOrder.Arrival
            ? "proposals learn from all trials that have ended (arrival order), which does not repeat"
            : $"proposals repeat from the seed and look {Counted.Of(study.Header.Lag ?? 1, "trial")} back, so that no more of them run at once";
        lines.Once(FormattableString.Invariant($"{study.Name}: {finished} of {Counted.Of(study.PlannedTrials, "trial")} in {Place()}; {order}"));
        foreach (string note in study.Recovered)
        {
            lines.Once($"{study.Name}: {note}");
        }
    }

    /// <summary>Says how a trial ended.</summary>
    public void Add(Study study, StudyProgress progress)
    {
        TrialRecord trial = progress.Trial;
        string outcome = trial.State == TrialState.Failed ? $"failed ({trial.Outcome?.Failure}): {TrialText.FirstLine(trial.Outcome?.Message)}"
            : trial.State == TrialState.Pruned ? $"stopped early at {TrialText.Value(trial.Value)}"
            : TrialText.Values(trial);
        string best = progress.Best is { } leader && study.Header.Directions.Count == 1
            ? FormattableString.Invariant($", best {TrialText.Value(leader.Value)} (trial {leader.Number})")
            : string.Empty;
        lines.Message(FormattableString.Invariant(
            $"{study.Name}: trial {trial.Number} after {TrialText.Time(trial.Duration)}: {outcome}{best}, {progress.Finished} of {progress.Planned}"));
    }

    /// <summary>Says why the worker leaves.</summary>
    public void End(Study study, StudyResult result, int own)
    {
        int left = result.Trials.Count(trial => !trial.IsFinished);
        string why = result.Reason switch
        {
            StopReason.Stopped or StopReason.Cancelled when work.Leave.Leaving.IsCancellationRequested =>
                work.Leave.WasEnded ? "it was asked to end; what it ran was given back" : "its time is nearly over; what it ran on was given back",
            StopReason.Stopped when work.MaxTrials == own => "it has begun as many as it may",
            StopReason.Stopped when left > 0 && work.LeavesWhenIdle => $"others run what is left ({Counted.Of(left, "trial")})",
            StopReason.Stopped => "it may begin no more",
            _ => $"the study was ended by {EndText.Of(result.Reason, study.Options with { Trials = study.PlannedTrials })}",
        };
        lines.Message($"{study.Name}: this worker ran {Counted.Of(own, "trial")} and leaves: {why}");
    }

    private string Place() => task.Plan.Options is { StoreAddress: { } address, Name: { } name }
        ? $"{StoreText.Mask(address)} (study '{name}')"
        : task.Folder;
}
