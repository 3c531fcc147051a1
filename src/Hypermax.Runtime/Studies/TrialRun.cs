using System.Diagnostics;

namespace Hypermax.Studies;

/// <summary>A trial that an executor has run and that is to be told.</summary>
/// <param name="Trial">The trial.</param>
/// <param name="Slot">The slot it ran in.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Took">How long it ran, evaluations again included.</param>
/// <param name="Span">Its span, which ends when it is told; null where nobody listens.</param>
internal readonly record struct TrialRun(Trial Trial, int Slot, TrialOutcome Outcome, TimeSpan Took, Activity? Span);
