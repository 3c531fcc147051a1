namespace Hypermax;

/// <summary>How a search ended.</summary>
/// <param name="Best">The complete trial with the best value, or null when no trial is complete.</param>
/// <param name="Trials">All trials of the study in the order of their numbers.</param>
/// <param name="Reason">Why the search ended.</param>
public record StudyResult(TrialRecord? Best, IReadOnlyList<TrialRecord> Trials, StopReason Reason)
{
    /// <summary>Gets the best value in the study's own direction, or null when no trial is complete.</summary>
    public double? BestValue => Best?.Value;
}
