namespace Hypermax.Reports;

/// <summary>A part of a report that could not be made.</summary>
/// <param name="Part">The file or chart.</param>
/// <param name="Reason">Why, for people.</param>
public sealed record ReportFailure(string Part, string Reason)
{
    /// <summary>Gets what was thrown, with its kind and its stack, for whoever looks for a fault; null when nothing was.</summary>
    public Exception? Error { get; init; }
}
