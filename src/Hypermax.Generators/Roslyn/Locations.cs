using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hypermax.Generators.Roslyn;

/// <summary>Where to point: at the user's own words, never at a whole declaration.</summary>
internal static class Locations
{
    /// <summary>Gets the names of all parts of a type.</summary>
    public static IEnumerable<(TypeDeclarationSyntax Syntax, Location Location)> Parts(INamedTypeSymbol type, CancellationToken cancellation)
    {
        foreach (SyntaxReference reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellation) is TypeDeclarationSyntax syntax)
            {
                yield return (syntax, syntax.Identifier.GetLocation());
            }
        }
    }

    public static Location Of(ISymbol symbol) => symbol.Locations.Length > 0 ? symbol.Locations[0] : Location.None;

    /// <summary>Gets the place of an attribute, name and arguments.</summary>
    public static Location Of(AttributeData attribute, CancellationToken cancellation) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellation).GetLocation() ?? Location.None;

    public static bool IsPartial(TypeDeclarationSyntax syntax) => syntax.Modifiers.Any(SyntaxKind.PartialKeyword);
}
