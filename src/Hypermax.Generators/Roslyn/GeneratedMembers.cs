using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Roslyn;

/// <summary>Tells the user's members from those that the generator added, which analyzers see beside them.</summary>
internal static class GeneratedMembers
{
    public static bool IsGenerated(ISymbol member) =>
        member.DeclaringSyntaxReferences.Length > 0
        && member.DeclaringSyntaxReferences.All(reference => reference.SyntaxTree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal));

    /// <summary>Gets the user's own member of a name, or null.</summary>
    public static ISymbol? FindOwn(INamedTypeSymbol type, string name) =>
        type.GetMembers(name).FirstOrDefault(member => !IsGenerated(member));
}
