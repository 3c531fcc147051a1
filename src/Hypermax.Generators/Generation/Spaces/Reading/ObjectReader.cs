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
    public static (ObjectShape? Shape, EquatableArray<RelationModel> Relations) ReadWithRelations(
        INamedTypeSymbol type, INamedTypeSymbol? until, ReadContext context)
    {
        if (Constructors.Find(type) is not { } constructor)
        {
            return default;
        }

        context.Note(constructor);
        List<SpaceMember> members =
        [
            .. constructor.Parameters.Select(parameter => new SpaceMember(type, parameter, SpaceReader.Property(type, parameter.Name))),
        ];
        members.AddRange(SettableProperties.Of(type, until, constructor.Parameters.Select(parameter => parameter.Name)));
        if (SettableProperties.Unset(type, constructor) is not null
            || (until is not null && SettableProperties.RedeclaredBy(type, until) is not null)
            || members.Any(
                member => member.Property is not { } property
                    || SettableProperties.Getter(property) is null
                    || member.Parameter is { RefKind: not RefKind.None })
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
        if (until is not null && SettableProperties.RedeclaredBy(hierarchy, until) is not null)
        {
            return null;
        }

        return ReadAll([.. SettableProperties.Of(hierarchy, until, constructor?.Parameters.Select(parameter => parameter.Name) ?? [])], context);
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
}
