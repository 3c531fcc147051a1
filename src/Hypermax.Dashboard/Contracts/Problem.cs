namespace Hypermax.Dashboard.Contracts;

/// <summary>Why a request was not obeyed.</summary>
/// <param name="Error">In a sentence, with a remedy.</param>
internal sealed record Problem(string Error);
