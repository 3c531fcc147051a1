namespace Hypermax.Dashboard.Contracts;

/// <summary>What became of a request to a search.</summary>
/// <param name="IsDone">Whether it was obeyed.</param>
/// <param name="Text">What was done, or why not.</param>
internal sealed record SteerAnswer(bool IsDone, string Text);
