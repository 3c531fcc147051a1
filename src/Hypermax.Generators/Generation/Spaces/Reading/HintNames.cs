using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Generation.Spaces.Reading;

/// <summary>Names of generated files.</summary>
internal static class HintNames
{
    /// <summary>Gets the name of a type with its namespace, with a number behind it when another type differs by case only, as hint names do not.</summary>
    public static string Of(INamedTypeSymbol type)
    {
        string name = type.Arity == 0 ? type.Name : type.Name + "{" + string.Join(",", type.TypeParameters.Select(parameter => parameter.Name)) + "}";
        string prefix = type.ContainingType is { } outer
            ? Of(outer) + "."
            : type.ContainingNamespace is { IsGlobalNamespace: false } space ? Of(space) + "." : string.Empty;
        return prefix + name + Suffix(type);
    }

    private static string Of(INamespaceSymbol space) =>
        (space.ContainingNamespace is { IsGlobalNamespace: false } outer ? Of(outer) + "." : string.Empty) + space.Name + Suffix(space);

    private static string Suffix(INamespaceOrTypeSymbol symbol)
    {
        int twins = 0;
        INamespaceOrTypeSymbol container = (INamespaceOrTypeSymbol?)symbol.ContainingType ?? symbol.ContainingNamespace;
        foreach (ISymbol sibling in container.GetMembers())
        {
            if (sibling is INamespaceOrTypeSymbol
                && sibling.Name.Equals(symbol.Name, StringComparison.OrdinalIgnoreCase)
                && string.CompareOrdinal(sibling.Name, symbol.Name) < 0)
            {
                twins++;
            }
        }

        return twins == 0 ? string.Empty : "-" + twins.ToString(CultureInfo.InvariantCulture);
    }
}
