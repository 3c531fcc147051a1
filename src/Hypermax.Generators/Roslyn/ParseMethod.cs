using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Roslyn;

/// <summary>Finds the static <c>Parse</c> that makes values of a type from strings.</summary>
internal static class ParseMethod
{
    /// <summary>Gets <c>Parse(string, IFormatProvider)</c>, else <c>Parse(string)</c>;
    /// null for a type without either, and for one that is written down as it is.</summary>
    public static IMethodSymbol? Of(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol || type.TypeKind == TypeKind.Enum || IsWrittenDown(type))
        {
            return null;
        }

        IMethodSymbol[] methods = [.. type.GetMembers("Parse").OfType<IMethodSymbol>().Where(method => Makes(method, type))];
        return methods.FirstOrDefault(method => method.Parameters.Length == 2) ?? methods.FirstOrDefault(method => method.Parameters.Length == 1);
    }

    private static bool Makes(IMethodSymbol method, ITypeSymbol type) =>
        method is { IsStatic: true, Arity: 0, DeclaredAccessibility: Accessibility.Public or Accessibility.Internal }
        && (method.DeclaredAccessibility == Accessibility.Public || method.DeclaringSyntaxReferences.Length > 0)
        && HypermaxSymbols.Is(method.ReturnType, type)
        && method.Parameters.All(parameter => parameter.RefKind == RefKind.None)
        && method.Parameters.Length is 1 or 2
        && method.Parameters[0].Type.SpecialType == SpecialType.System_String
        && (method.Parameters.Length == 1
            || method.Parameters[1].Type is { Name: "IFormatProvider", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } });

    // Those that an attribute can hold, or a number of one of them.
    private static bool IsWrittenDown(ITypeSymbol type) =>
        Numbers.IsNumber(type)
            || type.SpecialType is SpecialType.System_Boolean or SpecialType.System_Char or SpecialType.System_String or SpecialType.System_Object;
}
