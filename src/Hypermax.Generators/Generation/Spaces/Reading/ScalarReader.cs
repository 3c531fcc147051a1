using Hypermax.Generators.Generation.Spaces.Model;
using Hypermax.Generators.Roslyn;
using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Generation.Spaces.Reading;

/// <summary>Reads values that one entry of a vector holds.</summary>
internal static class ScalarReader
{
    public static ScalarModel? Read(ITypeSymbol type, MemberAttributes attributes, Optional<object?> start, QualifiedNames names)
    {
        if (attributes.Converter is { } converter)
        {
            return attributes.Law is null || TypeReader.Hiding(converter) is not null ? null : ReadConverted(type, converter, attributes, names);
        }

        if (attributes.Law is null or { Name: "Choice" or "Fixed" })
        {
            return ChoiceReader.Read(type, attributes, start, names);
        }

        if (IsTimeSpan(type))
        {
            return TimeUnits.Ticks(attributes.Law.Text("Unit")) is double ticks
                ? Numeric(
                    type,
                    attributes.Law,
                    new NumberType("double", double.NegativeInfinity, double.PositiveInfinity, IsInteger: false),
                    new ConversionModel(ConversionKind.TimeSpan, Ticks: ticks),
                    default,
                    names)
                : null;
        }

        return NumberType.Of(type) is { } number ? Numeric(type, attributes.Law, number, Conversion(number), start, names) : null;
    }

    public static bool IsTimeSpan(ITypeSymbol type) =>
        type is { Name: "TimeSpan", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static ScalarModel? Numeric(
        ITypeSymbol type, AttributeArguments law, NumberType number, ConversionModel conversion, Optional<object?> start, QualifiedNames names)
    {
        if (NumericReader.Read(law, number) is not { } domain)
        {
            return null;
        }

        double? declared = NumericReader.Default(law, domain);
        if (declared is null && start is { HasValue: true, Value: IConvertible constant and not (string or bool or char) })
        {
            double value = constant.ToDouble(System.Globalization.CultureInfo.InvariantCulture);
            declared = domain.Contains(value) ? domain.Grid.Snap(value) : null;
        }

        return new ScalarModel(names.Of(type), domain, conversion, declared);
    }

    private static ConversionModel Conversion(NumberType number) => number.Keyword switch
    {
        "decimal" => new ConversionModel(ConversionKind.Decimal, number.Keyword),
        "float" or "global::System.Half" => new ConversionModel(ConversionKind.Single, number.Keyword),
        _ => new ConversionModel(ConversionKind.Number, number.Keyword),
    };

    private static ScalarModel? ReadConverted(ITypeSymbol type, INamedTypeSymbol converter, MemberAttributes attributes, QualifiedNames names)
    {
        AttributeArguments law = attributes.Law!;
        IMethodSymbol? convert = Method(converter, "Convert", method => SymbolEqualityComparer.Default.Equals(method.ReturnType, type));
        ITypeSymbol? raw = convert?.Parameters[0].Type;
        if (raw is null || Method(converter, "ConvertBack", method => SymbolEqualityComparer.Default.Equals(method.ReturnType, raw)) is null)
        {
            return null;
        }

        string name = names.Of(converter);
        if (raw.SpecialType == SpecialType.System_String)
        {
            return ChoiceReader.ReadTable(type, attributes, text => name + ".Convert(" + text + ")", names);
        }

        return raw.SpecialType is SpecialType.System_Double or SpecialType.System_Int64
            && law.Name is not ("Choice" or "Fixed")
            && NumberType.Of(raw) is { } number
            ? Numeric(type, law, number, new ConversionModel(ConversionKind.ConvertNumber, name, number.IsInteger ? 1 : 0), default, names)
            : null;
    }

    private static IMethodSymbol? Method(INamedTypeSymbol converter, string name, Func<IMethodSymbol, bool> fits) =>
        converter.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault(method => method is
        {
            IsStatic: true,
            Arity: 0,
            Parameters.Length: 1,
            DeclaredAccessibility: Accessibility.Public or Accessibility.Internal,
        } && fits(method));
}
