namespace Hypermax.Dashboard.Contracts;

/// <summary>A note in Markdown.</summary>
/// <param name="Markdown">What somebody wrote; empty when nobody did.</param>
/// <param name="Html">The same to be shown.</param>
/// <param name="Stamp">Changes with the note; whoever saves says which one he has read.</param>
/// <param name="Refusal">Why nobody can change it, or null.</param>
internal sealed record NoteText(string Markdown, string Html, string Stamp, string? Refusal);
