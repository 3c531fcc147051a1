using Hypermax.Generators.Generation.Spaces.Reading;
using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Roslyn;

/// <summary>Finds the properties that a search sets on a finished value, each as its most derived declaration has it.</summary>
internal static class SettableProperties
{
    /// <summary>Gets the parameters of a type that are no positional ones, those of base types first.</summary>
    /// <param name="type">The type.</param>
    /// <param name="until">The base type whose properties belong to all branches and so not to this one, or null.</param>
    /// <param name="positional">The names of the positional parameters.</param>
    public static IEnumerable<SpaceMember> Of(INamedTypeSymbol type, INamedTypeSymbol? until, IEnumerable<string> positional)
    {
        HashSet<string> seen = new(positional, StringComparer.Ordinal);
        foreach (INamedTypeSymbol owner in Ancestry(type, until))
        {
            foreach (IPropertySymbol declared in owner.GetMembers().OfType<IPropertySymbol>())
            {
                if (MostDerived(type, declared) is not { } property || Setter(property) is null || Getter(property) is null || seen.Contains(property.Name))
                {
                    continue;
                }

                SpaceMember member = new(type, parameter: null, property);
                bool isSearched = !member.Attributes.Any(attribute => HypermaxSymbols.IsHypermax(attribute, "NotSearched"));
                if (isSearched && !IsLeftToBranches(property) && (until is null || !IsShared(property, until)) && seen.Add(property.Name))
                {
                    yield return member;
                }
            }
        }
    }

    /// <summary>Gets the parameter that a branch says something of its own about although all branches share it, or null.</summary>
    public static ISymbol? RedeclaredBy(INamedTypeSymbol branch, INamedTypeSymbol above)
    {
        HashSet<string> shared = new(
            Of(above, until: null, Ancestry(above, until: null).SelectMany(Positional)).Select(member => member.Name), StringComparer.Ordinal);
        return Constructors.Primary(branch)?.Parameters.FirstOrDefault(parameter => shared.Contains(parameter.Name))
            ?? (ISymbol?)branch.GetMembers().OfType<IPropertySymbol>().FirstOrDefault(property =>
                shared.Contains(property.Name) && !property.IsStatic && (!property.IsOverride || InheritedAttributes.IsDeclaredOn(property)));
    }

    private static IEnumerable<string> Positional(INamedTypeSymbol type) => Constructors.Primary(type)?.Parameters.Select(parameter => parameter.Name) ?? [];

    /// <summary>Tells whether a property is each branch's own, law and all: it is abstract and says nothing itself.</summary>
    public static bool IsLeftToBranches(IPropertySymbol property) => property.IsAbstract && !InheritedAttributes.IsDeclaredOn(property);

    /// <summary>Gets a required field or property that generated code does not set, or null.</summary>
    public static ISymbol? Unset(INamedTypeSymbol type, IMethodSymbol constructor)
    {
        if (constructor.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "SetsRequiredMembersAttribute"))
        {
            return null;
        }

        HashSet<string> set = new(
            Of(type, until: null, constructor.Parameters.Select(parameter => parameter.Name)).Select(member => member.Name), StringComparer.Ordinal);
        return Ancestry(type, until: null)
            .SelectMany(owner => owner.GetMembers())
            .FirstOrDefault(
                member => member is IFieldSymbol { IsRequired: true } || (member is IPropertySymbol { IsRequired: true } && !set.Contains(member.Name)));
    }

    /// <summary>Gets the accessor that generated code can set a property with, inherited ones too, or null.</summary>
    public static IMethodSymbol? Setter(IPropertySymbol property) =>
        property is { IsStatic: false, IsIndexer: false, IsImplicitlyDeclared: false } ? Accessor(property, static declared => declared.SetMethod) : null;

    /// <summary>Gets the accessor that generated code can read a property with, inherited ones too, or null.</summary>
    public static IMethodSymbol? Getter(IPropertySymbol property) => Accessor(property, static declared => declared.GetMethod);

    private static IMethodSymbol? Accessor(IPropertySymbol property, Func<IPropertySymbol, IMethodSymbol?> read)
    {
        for (IPropertySymbol? declared = property; declared is not null; declared = declared.OverriddenProperty)
        {
            if (read(declared) is { } accessor)
            {
                return CanBeCalled(accessor, property.ContainingAssembly) ? accessor : null;
            }
        }

        return null;
    }

    // What is internal in another assembly is seen only where that one says so.
    private static bool CanBeCalled(IMethodSymbol accessor, IAssemblySymbol from) => accessor.DeclaredAccessibility switch
    {
        Accessibility.Public => true,
        Accessibility.Internal or Accessibility.ProtectedOrInternal => HypermaxSymbols.Is(accessor.ContainingAssembly, from)
            || accessor.ContainingAssembly.GivesAccessTo(from),
        _ => false,
    };

    // The declaration that code gets which names a property of a type; null when something else hides it.
    private static IPropertySymbol? MostDerived(INamedTypeSymbol type, IPropertySymbol declared)
    {
        for (INamedTypeSymbol? current = type; current is not null && !HypermaxSymbols.Is(current, declared.ContainingType); current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers(declared.Name))
            {
                if (member is IPropertySymbol property && Overrides(property, declared))
                {
                    return property;
                }

                if (member.DeclaredAccessibility != Accessibility.Private || HypermaxSymbols.Is(current, type))
                {
                    return null;
                }
            }
        }

        return declared;
    }

    private static bool Overrides(IPropertySymbol property, IPropertySymbol declared)
    {
        for (IPropertySymbol? above = property.OverriddenProperty; above is not null; above = above.OverriddenProperty)
        {
            if (HypermaxSymbols.Is(above, declared))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsShared(IPropertySymbol property, INamedTypeSymbol until)
    {
        for (IPropertySymbol? above = property.OverriddenProperty; above is not null; above = above.OverriddenProperty)
        {
            if (IsAtOrAbove(above.ContainingType, until) && !IsLeftToBranches(above))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAtOrAbove(INamedTypeSymbol type, INamedTypeSymbol until)
    {
        for (INamedTypeSymbol? current = until; current is not null; current = current.BaseType)
        {
            if (HypermaxSymbols.Is(current, type))
            {
                return true;
            }
        }

        return false;
    }

    // Base types first, so that inherited parameters stand before a type's own.
    private static List<INamedTypeSymbol> Ancestry(INamedTypeSymbol type, INamedTypeSymbol? until)
    {
        List<INamedTypeSymbol> types = [];
        for (INamedTypeSymbol? current = type; current is not null && !HypermaxSymbols.Is(current, until); current = current.BaseType)
        {
            types.Insert(0, current);
        }

        return types;
    }
}
