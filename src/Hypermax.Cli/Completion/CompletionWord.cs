namespace Hypermax.Completion;

/// <summary>A verb that may follow.</summary>
/// <param name="Name">The verb.</param>
/// <param name="Description">What it does.</param>
internal sealed record CompletionWord(string Name, string Description);
