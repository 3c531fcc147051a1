using System.Collections.Immutable;
using Hypermax.Generators.Generation.Spaces.Reading;
using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Roslyn;

/// <summary>Gathers the attributes of a parameter: what its most derived declaration does not say, the one it overrides says for it.</summary>
internal static class InheritedAttributes
{
    /// <summary>Gets the attributes of a parameter of a type.</summary>
    /// <param name="owner">The type.</param>
    /// <param name="parameter">The positional parameter, or null for a property that is set afterwards.</param>
    /// <param name="property">The most derived property of that name, or null where a parameter has none.</param>
    public static ImmutableArray<AttributeData> Of(INamedTypeSymbol owner, IParameterSymbol? parameter, IPropertySymbol? property)
    {
        List<AttributeData> gathered = [.. parameter?.GetAttributes() ?? ImmutableArray<AttributeData>.Empty];
        IPropertySymbol? above = property;
        if (parameter is not null && HypermaxSymbols.Is(property?.ContainingType, owner))
        {
            // On a positional parameter an attribute belongs to the parameter, unless it says [property: …].
            gathered.AddRange(property!.GetAttributes());
            above = property.OverriddenProperty;
        }

        for (; above is not null; above = above.OverriddenProperty)
        {
            HashSet<string> said = new(gathered.Select(KindOf).OfType<string>(), StringComparer.Ordinal);
            gathered.AddRange(DeclaredOn(above).Where(attribute => KindOf(attribute) is not { } kind || !said.Contains(kind)));
        }

        return gathered.ToImmutableArray();
    }

    /// <summary>Tells whether a declaration says itself how its values are drawn or what they are called.</summary>
    public static bool IsDeclaredOn(IPropertySymbol property) => DeclaredOn(property).Any(attribute => KindOf(attribute) is not null);

    private static IEnumerable<AttributeData> DeclaredOn(IPropertySymbol property)
    {
        IMethodSymbol? constructor = property.ContainingType.IsRecord ? Constructors.Primary(property.ContainingType) : null;
        IParameterSymbol? positional = constructor?.Parameters.FirstOrDefault(parameter => parameter.Name == property.Name);
        return positional is null ? property.GetAttributes() : positional.GetAttributes().Concat(property.GetAttributes());
    }

    // Laws exclude each other, and [NotSearched] all of them. Null for attributes that are not ours.
    private static string? KindOf(AttributeData attribute) =>
        HypermaxSymbols.IsLaw(attribute.AttributeClass) || HypermaxSymbols.IsHypermax(attribute, "NotSearched") ? "law"
        : attribute.AttributeClass is { ContainingNamespace: { Name: "Hypermax", ContainingNamespace.IsGlobalNamespace: true } } type ? type.Name
        : null;
}
