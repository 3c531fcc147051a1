namespace Hypermax.Dashboard.Contracts;

/// <summary>A trial that runs.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Started">When it began.</param>
/// <param name="Step">The step of its last report, or null.</param>
/// <param name="Value">The value of its last report, or null.</param>
/// <param name="Line">The last line that it printed, or null.</param>
internal sealed record RunningEntry(int Number, DateTimeOffset Started, long? Step, double? Value, string? Line);
