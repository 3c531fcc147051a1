namespace Hypermax.Spaces.SearchJson;

/// <summary>One thing that a <c>search.json</c> says and must not.</summary>
/// <param name="Path">The node, such as <c>hyperparameters.booster.1.rate</c>.</param>
/// <param name="Key">The key of the node that it is about, or null for the node as a whole.</param>
/// <param name="Text">What is wrong, the rule, and the remedy.</param>
internal sealed record SearchJsonFault(string Path, string? Key, string Text);
