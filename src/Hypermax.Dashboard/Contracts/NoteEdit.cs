namespace Hypermax.Dashboard.Contracts;

/// <summary>A note that somebody saves.</summary>
/// <param name="Markdown">The new text.</param>
/// <param name="Stamp">The stamp of the text that it replaces.</param>
internal sealed record NoteEdit(string? Markdown, string? Stamp);
