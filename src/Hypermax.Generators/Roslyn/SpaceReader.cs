using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hypermax.Generators.Roslyn;

/// <summary>Reads which parameters and branches a type has, in the order of the source.</summary>
internal static class SpaceReader
{
    /// <summary>Gets the positional parameters and then the settable properties, inherited ones first, without those marked as not searched.</summary>
    /// <remarks>What a space or a hierarchy above declares is looked at there, unless the type says something of its own about it.</remarks>
    public static IReadOnlyList<SpaceMember> Members(INamedTypeSymbol type)
    {
        List<SpaceMember> members = [];
        if (type.IsRecord && PrimaryConstructor(type) is { } constructor)
        {
            members.AddRange(constructor.Parameters.Select(parameter => new SpaceMember(type, parameter, Property(type, parameter.Name))));
        }

        string[] positional = [.. members.Select(member => member.Name)];
        members.AddRange(SettableProperties.Of(type, until: null, positional).Where(member => IsOwn(member.Property!, type)));
        return members;
    }

    /// <summary>Gets the constructor whose parameters stand behind the name of the type, or null.</summary>
    public static IMethodSymbol? PrimaryConstructor(INamedTypeSymbol type)
    {
        foreach (IMethodSymbol constructor in type.InstanceConstructors)
        {
            foreach (SyntaxReference reference in constructor.DeclaringSyntaxReferences)
            {
                if (reference.GetSyntax() is TypeDeclarationSyntax { ParameterList: not null })
                {
                    return constructor;
                }
            }
        }

        return null;
    }

    /// <summary>Gets the types nested in a hierarchy that derive from it, at any depth, in the order of the source.</summary>
    public static IEnumerable<INamedTypeSymbol> Branches(INamedTypeSymbol hierarchy)
    {
        foreach (INamedTypeSymbol nested in hierarchy.GetTypeMembers())
        {
            if (HypermaxSymbols.Is(nested.BaseType?.OriginalDefinition, hierarchy.OriginalDefinition))
            {
                yield return nested;
            }
        }
    }

    /// <summary>Gets the branches that values can have: the sealed ends of a hierarchy and of abstract branches in it.</summary>
    public static IEnumerable<INamedTypeSymbol> Leaves(INamedTypeSymbol hierarchy)
    {
        foreach (INamedTypeSymbol branch in Branches(hierarchy))
        {
            if (!branch.IsAbstract)
            {
                yield return branch;
                continue;
            }

            foreach (INamedTypeSymbol leaf in Leaves(branch))
            {
                yield return leaf;
            }
        }
    }

    /// <summary>Gets the closed hierarchy that a type belongs to: the farthest abstract base type that is a search space, or null.</summary>
    public static INamedTypeSymbol? HierarchyOf(INamedTypeSymbol type, HypermaxSymbols symbols)
    {
        INamedTypeSymbol? found = null;
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.IsAbstract && symbols.HasSearchSpace(current.OriginalDefinition))
            {
                found = current;
            }
        }

        return found;
    }

    /// <summary>Tells whether the parameters of a type are searched: it says so itself or is a branch of a hierarchy that does.</summary>
    public static bool IsSpace(INamedTypeSymbol type, HypermaxSymbols symbols) =>
        symbols.HasSearchSpace(type) || HierarchyOf(type, symbols) is not null;

    private static bool IsOwn(IPropertySymbol property, INamedTypeSymbol type) =>
        !HypermaxSymbols.Is(property.ContainingType, type) ? !IsSpaceOrBranch(property.ContainingType)
        : property.OverriddenProperty is not { } above
            || InheritedAttributes.IsDeclaredOn(property)
            || SettableProperties.IsLeftToBranches(above)
            || !IsSpaceOrBranch(above.ContainingType);

    private static bool IsSpaceOrBranch(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            bool declared = current.OriginalDefinition.GetAttributes().Any(attribute => HypermaxSymbols.IsHypermax(attribute, "SearchSpace"));
            if (declared && (current.IsAbstract || ReferenceEquals(current, type)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Gets the property of a name that values of a type have, inherited or not, or null.</summary>
    public static IPropertySymbol? Property(INamedTypeSymbol type, string name)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault() is { } property)
            {
                return property;
            }
        }

        return null;
    }
}
