namespace Hypermax.Generators.Generation.Spaces.Model;

/// <summary>One choice.</summary>
/// <param name="Code">The choice in the type of the member, as code.</param>
/// <param name="External">The choice in external form (a string, boolean, long or double), as code.</param>
/// <param name="Key">The choice as text that is the same for equal choices: <c>"text</c>, <c>true</c>, <c>0.5</c>.</param>
internal sealed record ChoiceModel(string Code, string External, string Key);
