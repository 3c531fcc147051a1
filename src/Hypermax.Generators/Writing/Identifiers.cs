using Microsoft.CodeAnalysis.CSharp;

namespace Hypermax.Generators.Writing;

/// <summary>Identifiers made from any text.</summary>
internal static class Identifiers
{
    // Words that the compiler takes for a type or an operator although its list of keywords does not have them, or not in every version.
    private static readonly HashSet<string> Soft =
        new(["allows", "dynamic", "extension", "field", "file", "nint", "notnull", "nuint", "required", "scoped", "unmanaged"], StringComparer.Ordinal);

    private static readonly HashSet<string> Inherited =
        new(["Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals"], StringComparer.Ordinal);

    /// <summary>Gets an identifier: the text itself where it is one, else with an underscore for everything that cannot be in one.</summary>
    public static string From(string text)
    {
        string name = string.Concat(text.Select(letter => SyntaxFacts.IsIdentifierPartCharacter(letter) ? letter : '_'));
        name = name.Length > 0 && SyntaxFacts.IsIdentifierStartCharacter(name[0]) ? name : "_" + name;
        return Escape(name);
    }

    /// <summary>Gets a name as code can use it wherever a name may stand: words that mean something somewhere get an <c>@</c>.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None && !Soft.Contains(name)
            ? name
            : "@" + name;

    /// <summary>Gets an identifier for a member of a type that must not be called like the type or hide what every type has.</summary>
    public static string Member(string text, string type)
    {
        string name = From(text);
        return name == type || Inherited.Contains(name) ? name + "_" : name;
    }
}
