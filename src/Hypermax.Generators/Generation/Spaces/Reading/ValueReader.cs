using Hypermax.Generators.Generation.Spaces.Model;
using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Writing;
using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Generation.Spaces.Reading;

/// <summary>Reads what a member can be from its type and attributes; null where no code can be made for it.</summary>
internal static class ValueReader
{
    private const int MostElements = 256;

    public static ValueModel? Read(ITypeSymbol type, MemberAttributes attributes, Optional<object?> start, ReadContext context)
    {
        if (Underlying(type) is { } underlying)
        {
            if (ReadPlain(underlying, attributes, start, context) is not { } value
                || (value is NestedModel nested && PathNames.TakesHasValue(nested.Space.Shape)))
            {
                return null;
            }

            bool present = attributes.Law?.Has("Default") == true || start is { HasValue: true, Value: not null };
            return new OptionalModel(value.Type, value, attributes.AbsentProbability, present);
        }

        return ReadPlain(type, attributes, start, context);
    }

    private static ValueModel? ReadPlain(ITypeSymbol type, MemberAttributes attributes, Optional<object?> start, ReadContext context)
    {
        if (attributes.Length is { } length)
        {
            return ReadList(type, length, attributes, start, context);
        }

        return ReadOne(type, attributes, start, context);
    }

    private static ValueModel? ReadOne(ITypeSymbol type, MemberAttributes attributes, Optional<object?> start, ReadContext context)
    {
        if (attributes.Law is null && attributes.Converter is null)
        {
            if (type is ITypeParameterSymbol parameter)
            {
                return IsSpace(parameter) ? new GenericModel(Identifiers.Escape(parameter.Name)) : null;
            }

            if (type is INamedTypeSymbol named && MemberAttributes.IsSearchSpace(named))
            {
                return SpaceModelReader.Read(named, context) is { } space ? new NestedModel(space) : null;
            }
        }

        return ScalarReader.Read(type, attributes, start, context.Names);
    }

    private static ListModel? ReadList(ITypeSymbol type, AttributeArguments length, MemberAttributes attributes, Optional<object?> start, ReadContext context)
    {
        if (ListTypes.Read(type) is not { } list
            || length.Number("min") is not double min
            || length.Number("max") is not double max
            || min < 0 || max < Math.Max(1, min) || max > MostElements
            || Underlying(list.Element) is not null
            || ReadOne(list.Element, attributes, start, context) is not { } element)
        {
            return null;
        }

        int? declared = length.Number("Default") is double value && value >= min && value <= max ? (int)value : null;
        return new ListModel(context.Names.Of(type), list.Kind, (int)min, (int)max, declared, element);
    }

    // The type of a nullable member without its question mark, or null when it is always there.
    private static ITypeSymbol? Underlying(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            return nullable.TypeArguments[0];
        }

        return type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated }
            ? type.WithNullableAnnotation(NullableAnnotation.NotAnnotated)
            : null;
    }

    private static bool IsSpace(ITypeParameterSymbol parameter) => parameter.ConstraintTypes.Any(constraint =>
        constraint is INamedTypeSymbol { Name: "ISearchSpace", Arity: 1 } space
        && space.ContainingNamespace is { Name: "Hypermax", ContainingNamespace.IsGlobalNamespace: true }
        && SymbolEqualityComparer.Default.Equals(space.TypeArguments[0], parameter));
}
