using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Roslyn;

/// <summary>What may stand in a choice, when two values are the same, and how messages show them.</summary>
internal static class ChoiceValue
{
    /// <summary>Tells whether a value can be given to a parameter as it is written.</summary>
    public static bool Fits(TypedConstant value, ParameterShape shape)
    {
        if (value.IsNull || value.Type is not { } type)
        {
            return false;
        }

        return shape.Kind switch
        {
            ParameterKind.Integer when value is { Kind: TypedConstantKind.Primitive, Value: IConvertible constant } && Numbers.Exact(constant) is { } exact =>
                Numbers.CanChoose(shape.Type, exact),
            ParameterKind.Integer => value.Kind == TypedConstantKind.Primitive
                && Numbers.IsNumber(type)
                && InRange(value, shape.Type)
                && Numbers.IsWhole(AttributeArguments.ToNumber(value)!.Value),
            ParameterKind.Floating => value.Kind == TypedConstantKind.Primitive
                && Numbers.IsNumber(type)
                && AttributeArguments.ToNumber(value) is { } number
                && Numbers.IsFinite(number),
            ParameterKind.Mixed => value is { Kind: TypedConstantKind.Primitive, Value: string or bool or int or uint or long or (ulong and <= long.MaxValue) }
                || value is { Kind: TypedConstantKind.Primitive, Value: double number } && Numbers.IsFinite(number),
            ParameterKind.Character => type.SpecialType == SpecialType.System_Char,
            ParameterKind.Boolean => type.SpecialType == SpecialType.System_Boolean,
            ParameterKind.Text or ParameterKind.Parsable or ParameterKind.Duration or ParameterKind.Converted => type.SpecialType == SpecialType.System_String,
            ParameterKind.Enumeration => HypermaxSymbols.Is(type, shape.Type) && NameOf(value) is not null,
            _ => true,
        };
    }

    public static bool AreSame(TypedConstant left, TypedConstant right)
    {
        if (AttributeArguments.ToNumber(left) is { } a && AttributeArguments.ToNumber(right) is { } b)
        {
            // Two longs may differ where their doubles do not.
            return a == b && (left.Value is not long || right.Value is not long || Equals(left.Value, right.Value));
        }

        return left.Kind == right.Kind && left.Kind is TypedConstantKind.Primitive or TypedConstantKind.Enum
            && HypermaxSymbols.Is(left.Type, right.Type) && Equals(left.Value, right.Value);
    }

    public static string Text(TypedConstant value) => value switch
    {
        { Kind: TypedConstantKind.Error } => "?",
        { IsNull: true } => "null",
        { Kind: TypedConstantKind.Array } => "an array",
        { Kind: TypedConstantKind.Enum } => Member(value),
        { Value: string text } => $"\"{text}\"",
        { Value: bool flag } => flag ? "true" : "false",
        { Value: IFormattable number } => number.ToString(null, CultureInfo.InvariantCulture),
        _ => $"{value.Value}",
    };

    /// <summary>Says how a value of a parameter is written in an attribute, as the beginning of a sentence: not every type has constants.</summary>
    public static string Remedy(ParameterShape shape) => shape.Kind switch
    {
        ParameterKind.Mixed => "Write it as a string, a bool, an int, a long or a double",
        ParameterKind.Parsable or ParameterKind.Duration => $"Write it as a string, which '{shape.Type.Name}.Parse' reads",
        ParameterKind.Converted => "Write it as a string, which the converter takes",
        ParameterKind.Floating when shape.Type.SpecialType is not (SpecialType.System_Double or SpecialType.System_Single) => "Write it as a number such as "
            + $"0.1, which becomes {TypeNames.WithArticle(shape.Type)}",
        _ => $"Write it as {TypeNames.WithArticle(shape.Type)}",
    };

    /// <summary>What a value is, with its article.</summary>
    public static string Kind(TypedConstant value) =>
        value.IsNull || value.Type is null ? "no value" : TypeNames.WithArticle(value.Type);

    private static bool InRange(TypedConstant value, ITypeSymbol type)
    {
        (double low, double high) = Numbers.RangeOf(type);
        return AttributeArguments.ToNumber(value) is { } number && number >= low && number <= high;
    }

    private static string Member(TypedConstant value) =>
        NameOf(value) is { } name ? $"{value.Type!.Name}.{name}" : $"({value.Type!.Name}){Convert.ToString(value.Value, CultureInfo.InvariantCulture)}";

    private static string? NameOf(TypedConstant value) =>
        value.Type!.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => field.HasConstantValue && Equals(field.ConstantValue, value.Value))?.Name;
}
