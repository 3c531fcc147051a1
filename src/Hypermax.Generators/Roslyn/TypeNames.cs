using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Roslyn;

/// <summary>Types as users write them.</summary>
internal static class TypeNames
{
    private static readonly SymbolDisplayFormat Short = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeContainingType);

    public static string Of(ITypeSymbol type) => type.ToDisplayString(Short);

    /// <summary>A type with its article: "an int", "a Dictionary&lt;string, int&gt;".</summary>
    public static string WithArticle(ITypeSymbol type)
    {
        string name = Of(type);
        return ("aeiouAEIO".IndexOf(name[0]) >= 0 ? "an " : "a ") + name;
    }
}
