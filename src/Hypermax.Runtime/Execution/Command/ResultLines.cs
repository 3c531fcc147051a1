namespace Hypermax.Execution.Command;

/// <summary>The lines of a program's output that may hold its result.</summary>
/// <param name="Last">The last line that is not empty, or null.</param>
/// <param name="BeforeLast">The one before it, or null.</param>
/// <param name="EarlierResult">An earlier line that is a whole result by itself, or null.</param>
/// <param name="IsLastTooLong">Whether the last line was too long to be kept, so that what stands there is its beginning.</param>
internal sealed record ResultLines(string? Last, string? BeforeLast, string? EarlierResult, bool IsLastTooLong = false);
