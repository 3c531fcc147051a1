namespace Hypermax.Chaos.Cases;

/// <summary>What came of a program.</summary>
/// <param name="Outcome">What was recorded.</param>
/// <param name="Seconds">How long it took until the outcome was there.</param>
/// <param name="Recovered">Whether a well-behaved trial ran well after it.</param>
/// <param name="Survivors">The processes that were left when the executor was disposed of.</param>
public sealed record ChaosResult(TrialOutcome Outcome, double Seconds, bool Recovered, IReadOnlyList<string> Survivors);
