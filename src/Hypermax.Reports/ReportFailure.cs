namespace Hypermax.Reports;

/// <summary>A part of a report that could not be made.</summary>
/// <param name="Part">The file or chart.</param>
/// <param name="Reason">Why, for people.</param>
public sealed record ReportFailure(string Part, string Reason)
{
    /// <summary>Gets what was thrown, with its kind and its stack, for whoever looks for a fault; null when nothing was.</summary>
    public Exception? Error { get; init; }

    // What files and disks refuse says so itself; the words of a fault of ours mean nothing without its kind.
    internal static ReportFailure Of(string part, Exception error)
    {
        string reason = error is IOException or UnauthorizedAccessException ? error.Message : $"{error.GetType().Name}: {error.Message}";
        return new ReportFailure(part, reason) { Error = error };
    }
}
