namespace Hypermax.Summary;

/// <summary>The failures of one kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Count">How many.</param>
/// <param name="First">The first of them.</param>
internal sealed record FailureGroup(FailureKind Kind, int Count, TrialRecord First);
