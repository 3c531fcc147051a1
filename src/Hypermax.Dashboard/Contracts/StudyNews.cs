namespace Hypermax.Dashboard.Contracts;

/// <summary>What an event tells a page: that something changed, and what it may want to fetch.</summary>
/// <param name="Version">Of the study, or of the list.</param>
/// <param name="Quick">Of charts that follow at once.</param>
/// <param name="Slow">Of the other charts.</param>
/// <param name="State">Of the study.</param>
/// <param name="Finished">Trials that ended.</param>
internal sealed record StudyNews(long Version, long Quick, long Slow, string State, int Finished);
