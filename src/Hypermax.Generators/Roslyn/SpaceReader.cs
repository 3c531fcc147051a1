using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hypermax.Generators.Roslyn;

/// <summary>Reads which parameters and branches a type has, in the order of the source.</summary>
internal static class SpaceReader
{
    /// <summary>Gets the positional parameters and then the settable properties, inherited ones last, without those marked as not searched.</summary>
    public static IReadOnlyList<SpaceMember> Members(INamedTypeSymbol type)
    {
        var members = new List<SpaceMember>();
        var positional = new HashSet<string>(StringComparer.Ordinal);
        if (type.IsRecord && PrimaryConstructor(type) is { } constructor)
        {
            foreach (IParameterSymbol parameter in constructor.Parameters)
            {
                positional.Add(parameter.Name);
                members.Add(new SpaceMember(type, parameter, Property(type, parameter.Name)));
            }
        }

        AddProperties(type, type, positional, members);
        for (INamedTypeSymbol? above = type.BaseType; above is { SpecialType: SpecialType.None }; above = above.BaseType)
        {
            // What a space or a hierarchy declares is looked at there.
            if (!IsSpaceOrBranch(above))
            {
                AddProperties(type, above, positional, members);
            }
        }

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

    private static void AddProperties(INamedTypeSymbol type, INamedTypeSymbol declaring, HashSet<string> seen, List<SpaceMember> members)
    {
        foreach (ISymbol member in declaring.GetMembers())
        {
            if (member is IPropertySymbol property && IsSettable(property) && !IsLeftAlone(property) && seen.Add(property.Name))
            {
                members.Add(new SpaceMember(type, parameter: null, property));
            }
        }
    }

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

    private static IPropertySymbol? Property(INamedTypeSymbol type, string name)
    {
        foreach (ISymbol member in type.GetMembers(name))
        {
            if (member is IPropertySymbol property)
            {
                return property;
            }
        }

        return null;
    }

    private static bool IsLeftAlone(IPropertySymbol property) =>
        property.GetAttributes().Any(attribute => HypermaxSymbols.IsHypermax(attribute, "NotSearched"));

    private static bool IsSettable(IPropertySymbol property) =>
        property is
        {
            IsStatic: false,
            IsIndexer: false,
            IsImplicitlyDeclared: false,
            SetMethod.DeclaredAccessibility: Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal,
        };
}
