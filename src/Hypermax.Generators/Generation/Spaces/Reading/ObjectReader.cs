using Hypermax.Generators.Generation.Spaces.Model;
using Hypermax.Generators.Roslyn;
using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Generation.Spaces.Reading;

/// <summary>Reads the members of a type that has the same ones always.</summary>
internal static class ObjectReader
{
    /// <summary>Reads a concrete type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="until">The base type whose properties are shared by all branches and so not read here, or null.</param>
    /// <param name="context">What readers share.</param>
    public static (ObjectShape? Shape, EquatableArray<RelationModel> Relations) ReadWithRelations(INamedTypeSymbol type, INamedTypeSymbol? until, ReadContext context)
    {
        if (Constructors.Find(type) is not { } constructor)
        {
            return default;
        }

        List<SpaceMember> members = [.. constructor.Parameters.Select(parameter => new SpaceMember(type, parameter, Property(type, parameter.Name)))];
        members.AddRange(Settable(type, until, constructor));
        if (!SetsRequiredMembers(type, constructor, members, until)
            || members.Any(member => member.Property is null || member.Parameter is { RefKind: not RefKind.None })
            || ReadAll(members, context) is not { } models)
        {
            return default;
        }

        return (new ObjectShape(models), RelationReader.Read(members, models, context));
    }

    /// <summary>Reads the settable properties that every branch of a hierarchy has; null when one cannot be read.</summary>
    public static EquatableArray<MemberModel>? ReadShared(INamedTypeSymbol hierarchy, ReadContext context)
    {
        IMethodSymbol? constructor = SpaceReader.PrimaryConstructor(hierarchy);
        INamedTypeSymbol? until = hierarchy.BaseType is { IsAbstract: true } above ? above : null;
        return ReadAll([.. Settable(hierarchy, until, constructor)], context);
    }

    private static EquatableArray<MemberModel>? ReadAll(List<SpaceMember> members, ReadContext context)
    {
        List<MemberModel> models = [];
        foreach (SpaceMember member in members)
        {
            if (MemberReader.Read(member, context) is not { } model)
            {
                return null;
            }

            models.Add(model);
        }

        if (models.Select(model => model.Path).Distinct(StringComparer.Ordinal).Count() < models.Count)
        {
            return null;
        }

        return models.ToEquatableArray();
    }

    private static IEnumerable<SpaceMember> Settable(INamedTypeSymbol type, INamedTypeSymbol? until, IMethodSymbol? constructor)
    {
        HashSet<string> seen = new(constructor?.Parameters.Select(parameter => parameter.Name) ?? [], StringComparer.Ordinal);
        foreach (INamedTypeSymbol owner in Ancestry(type, until))
        {
            foreach (IPropertySymbol property in owner.GetMembers().OfType<IPropertySymbol>())
            {
                bool isSettable = property is { IsStatic: false, IsIndexer: false, IsImplicitlyDeclared: false, SetMethod.DeclaredAccessibility: Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal };
                if (isSettable && MemberAttributes.Find(property, "NotSearchedAttribute") is null && seen.Add(property.Name))
                {
                    yield return new SpaceMember(owner, parameter: null, property);
                }
            }
        }
    }

    // Base types first, so that inherited parameters stand before a type's own.
    private static List<INamedTypeSymbol> Ancestry(INamedTypeSymbol type, INamedTypeSymbol? until)
    {
        List<INamedTypeSymbol> types = [];
        for (INamedTypeSymbol? current = type; current is not null && !SymbolEqualityComparer.Default.Equals(current, until); current = current.BaseType)
        {
            types.Insert(0, current);
        }

        return types;
    }

    private static IPropertySymbol? Property(INamedTypeSymbol type, string name)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault() is { GetMethod: not null } property)
            {
                return property;
            }
        }

        return null;
    }

    // A hierarchy's own required properties are set through the members that all branches share.
    private static bool SetsRequiredMembers(INamedTypeSymbol type, IMethodSymbol constructor, List<SpaceMember> members, INamedTypeSymbol? until)
    {
        if (constructor.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "SetsRequiredMembersAttribute"))
        {
            return true;
        }

        foreach (INamedTypeSymbol owner in Ancestry(type, until))
        {
            bool missing = owner.GetMembers().Any(member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }
                && !members.Any(read => read.Parameter is null && read.Name == member.Name));
            if (missing)
            {
                return false;
            }
        }

        return true;
    }
}
