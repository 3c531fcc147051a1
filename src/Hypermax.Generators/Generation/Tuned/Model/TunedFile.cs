using Hypermax.Generators.Roslyn;

namespace Hypermax.Generators.Generation.Tuned.Model;

/// <summary>A tuned file as it was read; the code generator and the analyzers share it.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Stem">Its name without the suffix.</param>
/// <param name="Entries">The parameters with their values, in the order of the file.</param>
/// <param name="Facts">The other keys with their values as text.</param>
/// <param name="Damage">What keeps it from being read, or null.</param>
internal sealed record TunedFile(string Path, string Stem, EquatableArray<TunedEntry> Entries, EquatableArray<TunedEntry> Facts, TunedDamage? Damage)
{
    /// <summary>Gets one of the other keys as text, or null.</summary>
    public string? Fact(string name) => Facts.FirstOrDefault(fact => fact.Name == name)?.Text;
}
