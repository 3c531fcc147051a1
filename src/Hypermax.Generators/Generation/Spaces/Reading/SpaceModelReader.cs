using Hypermax.Generators.Generation.Spaces.Model;
using Hypermax.Generators.Roslyn;
using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Generation.Spaces.Reading;

/// <summary>Reads a search-space type, whole; null for one that no code can be made for, which the analyzers report.</summary>
internal static class SpaceModelReader
{
    /// <summary>The members that generated code adds to a type.</summary>
    public static readonly string[] ReservedNames = ["SearchSpace", "GeneratedBinder", "CreateSearchSpace", "IsValidThroughout"];

    public static SpaceModel? Read(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation) =>
        Read(type, new ReadContext(compilation, cancellation));

    public static SpaceModel? Read(INamedTypeSymbol type, ReadContext context)
    {
        context.Cancellation.ThrowIfCancellationRequested();
        if (!IsPossible(type, context) || !context.Open.Add(type))
        {
            return null;
        }

        try
        {
            context.Note(type);
            context.NotePredicate(type);
            ShapeModel? shape;
            EquatableArray<RelationModel> relations = EquatableArray<RelationModel>.Empty;
            if (type.IsAbstract)
            {
                shape = HierarchyReader.Read(type, context);
            }
            else
            {
                (shape, relations) = ObjectReader.ReadWithRelations(type, until: null, context);
            }

            return shape is null
                ? null
                : new SpaceModel(
                    TypeReader.Read(type, context.Names), shape, relations, HasPredicate(type), MemberReader.FactsOf(type, context), context.HasForbidden);
        }
        finally
        {
            context.Open.Remove(type);
        }
    }

    private static bool IsPossible(INamedTypeSymbol type, ReadContext context)
    {
        // A name is missing while it is being typed.
        if (!type.CanBeReferencedByName
            || type is not { TypeKind: TypeKind.Class or TypeKind.Struct, IsStatic: false, IsRefLikeType: false }
            || !MemberAttributes.IsSearchSpace(type))
        {
            return false;
        }

        // A type of another assembly is generated there or not at all.
        return type.DeclaringSyntaxReferences.Length == 0
            ? type.GetMembers("SearchSpace").Any(member => member is IPropertySymbol { IsStatic: true })
            : TypeReader.IsPartial(type, context.Cancellation) && !ReservedNames.Any(name => Clash(type, name) is not null);
    }

    /// <summary>Gets what has the name of a member that generated code adds to a type: a member, a type parameter or the type itself; or null.</summary>
    public static ISymbol? Clash(INamedTypeSymbol type, string reserved) =>
        type.Name == reserved ? type
        : type.TypeParameters.FirstOrDefault(parameter => parameter.Name == reserved) ?? GeneratedMembers.FindOwn(type, reserved);

    /// <summary>Tells whether a type checks its own values.</summary>
    /// <param name="type">The type.</param>
    /// <param name="fromOutside">Whether the check is called from another type: a branch's is called from its hierarchy.</param>
    public static bool HasPredicate(INamedTypeSymbol type, bool fromOutside = false) => type.GetMembers("IsValid").Any(member =>
        member is IMethodSymbol { IsStatic: true, Arity: 0, ReturnType.SpecialType: SpecialType.System_Boolean, Parameters.Length: 1 } method
        && method.Parameters[0].RefKind == RefKind.None
        && (!fromOutside || method.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal)
        && SymbolEqualityComparer.Default.Equals(method.Parameters[0].Type, type));
}
