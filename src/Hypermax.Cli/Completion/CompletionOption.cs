namespace Hypermax.Completion;

/// <summary>An option of a verb.</summary>
/// <param name="Names">Its name and aliases.</param>
/// <param name="Description">What it says.</param>
/// <param name="TakesValue">Whether a value follows.</param>
/// <param name="Values">What the value may be, where that is a list; else files are offered.</param>
internal sealed record CompletionOption(IReadOnlyList<string> Names, string Description, bool TakesValue, IReadOnlyList<string> Values);
