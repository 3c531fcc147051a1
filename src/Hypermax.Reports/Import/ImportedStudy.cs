using Hypermax.Storage;

namespace Hypermax.Import;

/// <summary>A study made from a table.</summary>
/// <param name="Header">What the study is.</param>
/// <param name="Trials">Its trials, numbered from 0 without gaps, all finished.</param>
/// <param name="Notes">What had to be left out or changed, for people; empty when the table fitted as it was.</param>
public sealed record ImportedStudy(StudyHeader Header, IReadOnlyList<TrialRecord> Trials, IReadOnlyList<string> Notes);
