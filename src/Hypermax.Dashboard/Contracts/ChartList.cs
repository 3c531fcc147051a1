namespace Hypermax.Dashboard.Contracts;

/// <summary>The charts that can be had.</summary>
/// <param name="Version">Of the moment that they show.</param>
/// <param name="Trials">How many trials pass the filter.</param>
/// <param name="Note">What was left out of them, or null.</param>
/// <param name="Charts">The charts.</param>
internal sealed record ChartList(long Version, int Trials, string? Note, IReadOnlyList<ChartEntry> Charts);
