namespace Hypermax.Dashboard.Contracts;

/// <summary>A line of the record of who asked what.</summary>
/// <param name="At">When.</param>
/// <param name="Who">The account, or where the request came from.</param>
/// <param name="Action">What was asked, as JSON.</param>
/// <param name="IsDone">Whether it was obeyed.</param>
/// <param name="Answer">What was answered.</param>
internal sealed record AuditEntry(DateTimeOffset At, string Who, string Action, bool IsDone, string Answer);
