using Hypermax.Generators.Generation.Spaces.Model;
using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Generation.Spaces.Reading;

/// <summary>The list types that a parameter can have.</summary>
internal static class ListTypes
{
    /// <summary>Gets the type of the elements and how the list is made, or null for another type.</summary>
    public static (ITypeSymbol Element, ListKind Kind)? Read(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol { IsSZArray: true } array)
        {
            return (array.ElementType, ListKind.Array);
        }

        if (type is not INamedTypeSymbol { Arity: 1 } named)
        {
            return null;
        }

        return named.ConstructedFrom.ToDisplayString() switch
        {
            "System.Collections.Generic.List<T>" => (named.TypeArguments[0], ListKind.List),
            "System.Collections.Immutable.ImmutableArray<T>" => (named.TypeArguments[0], ListKind.ImmutableArray),
            "System.Collections.Generic.IReadOnlyList<T>"
                or "System.Collections.Generic.IReadOnlyList<out T>"
                or "System.Collections.Generic.IReadOnlyCollection<out T>"
                or "System.Collections.Generic.IEnumerable<out T>"
                or "System.Collections.Generic.IReadOnlyCollection<T>"
                or "System.Collections.Generic.IEnumerable<T>"
                or "System.Collections.Generic.IList<T>"
                or "System.Collections.Generic.ICollection<T>" => (named.TypeArguments[0], ListKind.Array),
            _ => null,
        };
    }
}
