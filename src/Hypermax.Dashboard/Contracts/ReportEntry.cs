namespace Hypermax.Dashboard.Contracts;

/// <summary>An intermediate value.</summary>
/// <param name="Step">Where the trial stood.</param>
/// <param name="Value">The value; null when it was no finite number.</param>
internal sealed record ReportEntry(long Step, double? Value);
