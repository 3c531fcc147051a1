using Hypermax.Reports;

namespace Hypermax.Summary;

/// <summary>The few figures that a reader wants first.</summary>
internal sealed class StudySummary
{
    /// <summary>Computes the figures.</summary>
    /// <param name="data">The study.</param>
    public StudySummary(StudyData data)
    {
        Best = data.Best;
        Front = data.Front;
        Infeasible = data.Infeasible.Count;
        Complete = data.Trials.Count(trial => trial.State == TrialState.Complete);
        Pruned = data.Trials.Count(trial => trial.State == TrialState.Pruned);
        Partial = data.Trials.Count(trial => trial.State == TrialState.Partial);
        Failed = data.Trials.Count(trial => trial.State == TrialState.Failed);
        Running = data.Trials.Count(trial => trial.State == TrialState.Running);
        TimeSpan[] durations = [.. data.Finished.Select(trial => trial.Duration).Order()];
        MedianTrial = durations.Length == 0 ? TimeSpan.Zero : durations[durations.Length / 2];
        TrialTime = durations.Aggregate(TimeSpan.Zero, (sum, duration) => sum + duration);
        Elapsed = HasStarts(data.Finished) ? Span(data.Finished) : TrialTime;
        Failures =
        [
            .. data.Trials
                .Where(trial => trial.State == TrialState.Failed)
                .GroupBy(trial => trial.Outcome?.Failure ?? FailureKind.None)
                .OrderByDescending(group => group.Count())
                .ThenBy(group => group.Key)
                .Select(group => new FailureGroup(group.Key, group.Count(), group.First())),
        ];
    }

    /// <summary>Gets the best complete trial, or null.</summary>
    public TrialRecord? Best { get; }

    /// <summary>Gets the trials that no other beats in all of several objectives, in trial order; none with one objective.</summary>
    public IReadOnlyList<TrialRecord> Front { get; }

    /// <summary>Gets how many trials finished with a value.</summary>
    public int Complete { get; }

    /// <summary>Gets how many of these break a constraint.</summary>
    public int Infeasible { get; }

    /// <summary>Gets how many were stopped as unpromising.</summary>
    public int Pruned { get; }

    /// <summary>Gets how many ended with a value at a smaller budget than the whole one.</summary>
    public int Partial { get; }

    /// <summary>Gets how many failed.</summary>
    public int Failed { get; }

    /// <summary>Gets how many still run.</summary>
    public int Running { get; }

    /// <summary>Gets how many of them do not run but wait for the search to run them again, as far as that is known.</summary>
    public int Waiting { get; init; }

    /// <summary>Gets how many ended.</summary>
    public int Finished => Complete + Partial + Pruned + Failed;

    /// <summary>Gets the median duration of the finished trials.</summary>
    public TimeSpan MedianTrial { get; }

    /// <summary>Gets the durations of the finished trials added up.</summary>
    public TimeSpan TrialTime { get; }

    /// <summary>Gets the time from the first start to the last end; pauses between searches included.</summary>
    public TimeSpan Elapsed { get; }

    /// <summary>Gets the failures by kind, the most frequent first.</summary>
    public IReadOnlyList<FailureGroup> Failures { get; }

    /// <summary>Gets the counts in words.</summary>
    /// <param name="isSearched">Whether a search runs; where none does, what has not ended was interrupted.</param>
    public string Counts(bool isSearched)
    {
        List<string> parts = [];
        Add(parts, Complete - Infeasible, "complete");
        Add(parts, Infeasible, "infeasible");
        Add(parts, Partial, "at smaller budgets");
        Add(parts, Pruned, "pruned");
        Add(parts, Failed, "failed");
        Add(parts, Running - Waiting, isSearched ? "running" : "interrupted");
        Add(parts, Waiting, "to be run again");
        return parts.Count == 0 ? "none" : string.Join(", ", parts);
    }

    private static void Add(List<string> parts, int count, string word)
    {
        if (count > 0)
        {
            parts.Add(FormattableString.Invariant($"{count} {word}"));
        }
    }

    // Imported trials all begin at one moment, which says nothing.
    private static bool HasStarts(IReadOnlyList<TrialRecord> trials) => trials.Count < 2 || trials.Any(trial => trial.Started != trials[0].Started);

    private static TimeSpan Span(IReadOnlyList<TrialRecord> trials) =>
        trials.Count == 0 ? TimeSpan.Zero : trials.Max(trial => trial.Started + trial.Duration) - trials.Min(trial => trial.Started);
}
