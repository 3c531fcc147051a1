using Microsoft.CodeAnalysis.CSharp;

namespace Hypermax.Generators.Writing;

/// <summary>Identifiers made from any text.</summary>
internal static class Identifiers
{
    private static readonly HashSet<string> Inherited =
        new(["Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals"], StringComparer.Ordinal);

    /// <summary>Gets an identifier: the text itself where it is one, else with an underscore for everything that cannot be in one.</summary>
    public static string From(string text)
    {
        string name = string.Concat(text.Select(letter => SyntaxFacts.IsIdentifierPartCharacter(letter) ? letter : '_'));
        name = name.Length > 0 && SyntaxFacts.IsIdentifierStartCharacter(name[0]) ? name : "_" + name;
        return SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
    }

    /// <summary>Gets an identifier for a member of a type that must not be called like the type or hide what every type has.</summary>
    public static string Member(string text, string type)
    {
        string name = From(text);
        return name == type || Inherited.Contains(name) ? name + "_" : name;
    }
}
