using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Roslyn;

/// <summary>The type of a parameter without the question mark and without the list around it.</summary>
/// <param name="Kind">What a search can make of the inner type.</param>
/// <param name="Type">The inner type: of the element where the parameter is a list.</param>
/// <param name="IsNullable">Whether the parameter may be absent.</param>
/// <param name="IsList">Whether the parameter is an array or a list.</param>
internal sealed record ParameterShape(ParameterKind Kind, ITypeSymbol Type, bool IsNullable, bool IsList)
{
    public bool IsNumber => Kind is ParameterKind.Integer or ParameterKind.Floating or ParameterKind.Duration;

    /// <summary>Gets the shape of a member; worked out once for all analyzers.</summary>
    public static ParameterShape Of(SpaceMember member, HypermaxSymbols symbols) => member.Shape ??= Read(member, symbols);

    private static ParameterShape Read(SpaceMember member, HypermaxSymbols symbols)
    {
        (ITypeSymbol type, bool nullable) = Unwrap(member.Type);
        ITypeSymbol? element = ElementOf(type);
        bool elementsMayBeAbsent = false;
        if (element is not null)
        {
            (type, elementsMayBeAbsent) = Unwrap(element);
        }

        bool converted = member.Attributes.Any(attribute => HypermaxSymbols.IsHypermax(attribute, "Converter"));
        ParameterKind kind = element is not null && (elementsMayBeAbsent || ElementOf(type) is not null) ? ParameterKind.Unsupported
            : converted ? ParameterKind.Converted
            : KindOf(type, symbols);
        return new ParameterShape(kind, type, nullable, element is not null);
    }

    private static (ITypeSymbol Type, bool Nullable) Unwrap(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? (nullable.TypeArguments[0], true)
            : (type, type.IsReferenceType && type.NullableAnnotation == NullableAnnotation.Annotated);

    private static ITypeSymbol? ElementOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } array => array.ElementType,
        INamedTypeSymbol { IsGenericType: true, TypeArguments.Length: 1 } named when IsListType(named) => named.TypeArguments[0],
        _ => null,
    };

    private static bool IsListType(INamedTypeSymbol type) =>
        type.Name is "List" or "IList" or "IReadOnlyList" or "ICollection" or "IReadOnlyCollection" or "IEnumerable" or "ImmutableArray"
        && type.ContainingNamespace.ToDisplayString() is "System.Collections.Generic" or "System.Collections.Immutable";

    private static ParameterKind KindOf(ITypeSymbol type, HypermaxSymbols symbols)
    {
        if (type.TypeKind == TypeKind.Error)
        {
            return ParameterKind.Unknown;
        }

        if (Numbers.IsInteger(type))
        {
            return ParameterKind.Integer;
        }

        if (Numbers.IsFloating(type))
        {
            return ParameterKind.Floating;
        }

        return type switch
        {
            { SpecialType: SpecialType.System_Boolean } => ParameterKind.Boolean,
            { SpecialType: SpecialType.System_String } => ParameterKind.Text,
            { SpecialType: SpecialType.System_Char } => ParameterKind.Character,
            { SpecialType: SpecialType.System_Object, TypeKind: not TypeKind.Dynamic } => ParameterKind.Mixed,
            ITypeParameterSymbol parameter => IsSpace(parameter) ? ParameterKind.Space : ParameterKind.Unsupported,
            { TypeKind: TypeKind.Enum } => ParameterKind.Enumeration,
            { Name: "TimeSpan", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } => ParameterKind.Duration,
            INamedTypeSymbol named when symbols.IsUsableSpace(named) => ParameterKind.Space,
            { IsTupleType: true } => ParameterKind.Unsupported,
            INamedTypeSymbol named when IsDictionary(named) => ParameterKind.Dictionary,
            INamedTypeSymbol named when ParseMethod.Of(named) is not null => ParameterKind.Parsable,
            INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None } named
                when named.DeclaringSyntaxReferences.Length > 0 => ParameterKind.Undeclared,
            _ => ParameterKind.Unsupported,
        };
    }

    // where T : ISearchSpace<T>
    private static bool IsSpace(ITypeParameterSymbol parameter) => parameter.ConstraintTypes.Any(constraint =>
        constraint is INamedTypeSymbol { Name: "ISearchSpace", Arity: 1 } space && HypermaxSymbols.Is(space.TypeArguments[0], parameter));

    private static bool IsDictionary(INamedTypeSymbol type) =>
        type.TypeArguments.Length == 2 && type.Name.EndsWith("Dictionary", StringComparison.Ordinal)
        || type.AllInterfaces.Any(implemented => implemented is { Name: "IDictionary" or "IReadOnlyDictionary" });
}
