namespace Hypermax.Completion;

/// <summary>What may follow a verb.</summary>
/// <param name="Path">The verb, such as <c>init</c> or <c>space csharp</c>; empty for the command itself.</param>
/// <param name="Verbs">The verbs that may follow.</param>
/// <param name="Options">Its options.</param>
/// <param name="Values">What its first argument may be, where that is a list.</param>
internal sealed record CompletionEntry(
    string Path, IReadOnlyList<CompletionWord> Verbs, IReadOnlyList<CompletionOption> Options, IReadOnlyList<string> Values);
