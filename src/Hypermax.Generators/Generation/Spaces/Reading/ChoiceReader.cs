using Hypermax.Generators.Generation.Spaces.Model;
using Hypermax.Generators.Roslyn;
using Hypermax.Generators.Writing;
using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Generation.Spaces.Reading;

/// <summary>Reads lists of choices: <c>[Choice]</c>, <c>[Fixed]</c>, enums and booleans.</summary>
internal static class ChoiceReader
{
    public static ScalarModel? Read(ITypeSymbol type, MemberAttributes attributes, Optional<object?> start, QualifiedNames names)
    {
        List<ChoiceModel>? choices = Listed(attributes.Law) is { Count: > 0 } listed
            ? Literal(type, listed, names)
            : attributes.Law?.Name == "Fixed" ? null : Natural(type, names);
        if (choices is not null)
        {
            ConversionModel conversion = NumberType.Of(type)?.Keyword == "global::System.Half"
                ? new ConversionModel(ConversionKind.Table, "global::System.Half")
                : new ConversionModel(ConversionKind.Choice, Detail(type, choices));
            return Scalar(type, attributes, choices, conversion, start, names);
        }

        return ParseMethod.Of(type) is { } parse ? ReadTable(type, attributes, Parse(names.Of(type), parse), names) : null;
    }

    /// <summary>Reads choices of strings that are turned into values by a method, once.</summary>
    /// <param name="type">The type of the values.</param>
    /// <param name="attributes">The attributes of the member.</param>
    /// <param name="make">Gets the code of a value from the code of a string.</param>
    /// <param name="names">How code names types.</param>
    public static ScalarModel? ReadTable(ITypeSymbol type, MemberAttributes attributes, Func<string, string> make, QualifiedNames names)
    {
        List<ChoiceModel> choices = [];
        foreach (TypedConstant item in Listed(attributes.Law))
        {
            if (item is not { Kind: TypedConstantKind.Primitive, Value: string text })
            {
                return null;
            }

            choices.Add(new ChoiceModel(make(Literals.Text(text)), Literals.Text(text), ChoiceModels.Key(text)));
        }

        return choices.Count == 0
            ? null
            : Scalar(type, attributes, choices, new ConversionModel(ConversionKind.Table, names.Of(type)), default, names);
    }

    private static ScalarModel? Scalar(
        ITypeSymbol type, MemberAttributes attributes, List<ChoiceModel> choices, ConversionModel conversion, Optional<object?> start, QualifiedNames names)
    {
        if (choices.Select(choice => choice.Key).Distinct(StringComparer.Ordinal).Count() < choices.Count)
        {
            return null;
        }

        bool ordered = attributes.IsOrdered || (type.TypeKind == TypeKind.Enum && MemberAttributes.Find(type, "OrderedAttribute") is not null);
        ChoiceDomain domain = new(choices.ToEquatableArray(), Weights(attributes.Law, choices.Count), ordered);
        return new ScalarModel(names.Of(type), domain, conversion, Default(type, attributes.Law, choices, start, names));
    }

    private static IReadOnlyList<TypedConstant> Listed(AttributeArguments? law) => law switch
    {
        { Name: "Choice" } => law.Items("choices"),
        { Name: "Fixed" } when law.TryGet("value", out TypedConstant value) => [value],
        _ => [],
    };

    private static List<ChoiceModel>? Literal(ITypeSymbol type, IReadOnlyList<TypedConstant> items, QualifiedNames names)
    {
        List<ChoiceModel> choices = [];
        foreach (TypedConstant item in items)
        {
            if (ChoiceModels.Read(type, item, names) is not { } choice)
            {
                return null;
            }

            choices.Add(choice);
        }

        return choices;
    }

    private static List<ChoiceModel>? Natural(ITypeSymbol type, QualifiedNames names)
    {
        if (type.SpecialType == SpecialType.System_Boolean)
        {
            return [ChoiceModels.Flag(value: false), ChoiceModels.Flag(value: true)];
        }

        List<ChoiceModel>? members = type.TypeKind == TypeKind.Enum ? [.. ChoiceModels.Members((INamedTypeSymbol)type, names)] : null;
        return members is { Count: > 0 } ? members : null;
    }

    // The binder of [false, true] is a comparison; values of mixed types are boxed one by one, or 7 and 0.5 would both be doubles.
    private static string Detail(ITypeSymbol type, List<ChoiceModel> choices) =>
        type.SpecialType == SpecialType.System_Object
            ? "object"
            : type.SpecialType == SpecialType.System_Boolean && choices.Count == 2 && choices[0].Key == "false" ? "bool" : string.Empty;

    private static EquatableArray<double> Weights(AttributeArguments? law, int count)
    {
        double[] weights = [.. law?.Items("Weights").Select(weight => AttributeArguments.ToNumber(weight) ?? -1) ?? []];
        double sum = weights.Sum();
        return weights.Length == count && weights.All(weight => weight >= 0) && sum > 0 && !double.IsInfinity(sum)
            ? new EquatableArray<double>(weights)
            : EquatableArray<double>.Empty;
    }

    private static double? Default(
        ITypeSymbol type, AttributeArguments? law, List<ChoiceModel> choices, Optional<object?> start, QualifiedNames names)
    {
        string? key = law is not null && law.TryGet("Default", out TypedConstant declared) && !declared.IsNull
            ? ChoiceModels.Read(type, declared, names)?.Key ?? (declared.Plain() is string text ? ChoiceModels.Key(text) : null)
            : start is { HasValue: true, Value: { } constant } ? ChoiceModels.Key(type, constant, names) : null;
        int index = key is null ? -1 : choices.FindIndex(choice => choice.Key == key);
        return index >= 0 ? index : null;
    }

    private static Func<string, string> Parse(string name, IMethodSymbol parse)
    {
        string culture = parse.Parameters.Length == 2 ? ", global::System.Globalization.CultureInfo.InvariantCulture" : string.Empty;
        return text => name + ".Parse(" + text + culture + ")";
    }
}
