namespace Hypermax;

/// <summary>How a search stands after a trial finished.</summary>
/// <param name="Trial">The trial that just finished.</param>
/// <param name="Best">The best complete trial so far, or null.</param>
/// <param name="Finished">How many trials of the study are finished.</param>
/// <param name="Planned">How many trials the study is planned to have.</param>
/// <param name="Elapsed">The time since this search began.</param>
/// <param name="Remaining">The estimated time left, from the pace so far, or null before there is a pace.</param>
public sealed record StudyProgress(TrialRecord Trial, TrialRecord? Best, int Finished, int Planned, TimeSpan Elapsed, TimeSpan? Remaining);
