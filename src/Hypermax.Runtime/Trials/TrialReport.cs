namespace Hypermax;

/// <summary>An intermediate value of a trial.</summary>
/// <param name="Step">Where the trial stood, such as the epoch.</param>
/// <param name="Value">The value, in the objective's own direction.</param>
public readonly record struct TrialReport(long Step, double Value);
