namespace Hypermax.Dashboard.Contracts;

/// <summary>What somebody writes on a study; the study itself stays as it is.</summary>
/// <param name="Title">What to call it; empty for its own name.</param>
/// <param name="Tags">Words to find it by.</param>
/// <param name="IsArchived">Whether lists leave it out.</param>
internal sealed record LabelEdit(string? Title, IReadOnlyList<string?>? Tags, bool IsArchived);
