namespace Hypermax.Generators.Generation.Tuned.Model;

/// <summary>One value of a tuned file.</summary>
/// <param name="Name">The key.</param>
/// <param name="Kind">What the value is.</param>
/// <param name="Text">The value: a string without quotes, or a number or word as written.</param>
/// <param name="Line">The line of the key, from 1.</param>
/// <param name="Column">The column of the key, from 1.</param>
internal sealed record TunedEntry(string Name, TunedKind Kind, string Text, int Line, int Column);
