namespace Hypermax.Generators.Generation.Tuned.Model;

/// <summary>A key of a tuned file with its value as text, wherever it stands in the file.</summary>
/// <param name="Name">The key.</param>
/// <param name="Text">The value.</param>
internal sealed record TunedFact(string Name, string Text);
