using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Roslyn;

/// <summary>Finds what the user declared obsolete so that using it is an error: generated code may repeat it only where it is obsolete itself.</summary>
internal static class Forbidden
{
    /// <summary>Tells whether code that names a symbol does not compile; of a type, its arguments and the members of an enum count too.</summary>
    public static bool Is(ISymbol? symbol) => symbol switch
    {
        null => false,
        IArrayTypeSymbol array => Is(array.ElementType),
        INamedTypeSymbol type => IsMarked(type.OriginalDefinition)
            || Is(type.ContainingType)
            || type.TypeArguments.Any(Is)
            || (type.TypeKind == TypeKind.Enum && type.GetMembers().Any(IsMarked)),
        _ => IsMarked(symbol),
    };

    private static bool IsMarked(ISymbol symbol) => symbol.GetAttributes().Any(attribute =>
        attribute.AttributeClass is { Name: "ObsoleteAttribute", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
        && attribute.ConstructorArguments.Any(argument => argument.Plain() is true));
}
