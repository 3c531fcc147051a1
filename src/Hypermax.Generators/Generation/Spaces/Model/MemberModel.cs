namespace Hypermax.Generators.Generation.Spaces.Model;

/// <summary>One positional parameter or property of a type.</summary>
/// <param name="Name">The name in C#.</param>
/// <param name="Path">The name in files: a part of the path of its parameters.</param>
/// <param name="IsPositional">Whether it is given to the constructor, not set afterwards.</param>
/// <param name="Value">What it can be.</param>
/// <param name="Facts">What else is known of it.</param>
internal sealed record MemberModel(string Name, string Path, bool IsPositional, ValueModel Value, FactsModel Facts);
