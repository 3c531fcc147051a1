namespace Hypermax.Generators.Generation.Tuned.Model;

/// <summary>The value of one parameter in vector form.</summary>
/// <param name="Path">The path of the parameter today.</param>
/// <param name="Value">The value.</param>
internal sealed record TunedValue(string Path, double Value);
