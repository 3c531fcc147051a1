using Hypermax.Generators.Roslyn;
using System.Globalization;
using Hypermax.Generators.Generation.Spaces.Model;
using Hypermax.Generators.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hypermax.Generators.Generation.Spaces.Reading;

/// <summary>Single choices: as code, in external form, and as a key that is the same for equal values.</summary>
internal static class ChoiceModels
{
    public static ChoiceModel Flag(bool value) => new(Literals.Flag(value), Literals.Flag(value), Literals.Flag(value));

    public static string Key(string text) => "\"" + text;

    /// <summary>Gets the key of a compile-time constant of the member's type, or null.</summary>
    public static string? Key(ITypeSymbol type, object constant, QualifiedNames names) => type.TypeKind == TypeKind.Enum
        ? Member((INamedTypeSymbol)type, constant, names)?.Key
        : constant switch
        {
            string text => Key(text),
            char letter => Key(letter.ToString()),
            bool flag => Literals.Flag(flag),
            IConvertible number when Numbers.Exact(number) is { } whole => Key(whole),
            IConvertible number => Literals.Plain(number.ToDouble(CultureInfo.InvariantCulture)),
            _ => null,
        };

    /// <summary>Gets the members of an enum in the order of their declaration, each value once.</summary>
    public static IEnumerable<ChoiceModel> Members(INamedTypeSymbol type, QualifiedNames names)
    {
        HashSet<object> seen = [];
        foreach (IFieldSymbol field in type.GetMembers().OfType<IFieldSymbol>())
        {
            if (field is { HasConstantValue: true, ConstantValue: { } value } && seen.Add(value))
            {
                yield return Of(type, field, names);
            }
        }
    }

    /// <summary>Reads an argument of an attribute as a choice of a type, or null when it is none.</summary>
    public static ChoiceModel? Read(ITypeSymbol type, TypedConstant item, QualifiedNames names)
    {
        if (item.IsNull || item.Plain() is not { } value)
        {
            return null;
        }

        if (type.TypeKind == TypeKind.Enum)
        {
            return item.Kind == TypedConstantKind.Enum && SymbolEqualityComparer.Default.Equals(item.Type, type)
                ? Member((INamedTypeSymbol)type, value, names)
                : null;
        }

        if (item.Kind != TypedConstantKind.Primitive)
        {
            return null;
        }

        return (type.SpecialType, value) switch
        {
            (SpecialType.System_String, string text) => new ChoiceModel(Literals.Text(text), Literals.Text(text), Key(text)),
            (SpecialType.System_Boolean, bool flag) => Flag(flag),
            (SpecialType.System_Char, char letter) => new ChoiceModel(
                SymbolDisplay.FormatLiteral(letter, quote: true), Literals.Text(letter.ToString()), Key(letter.ToString())),
            (SpecialType.System_Object, _) => Mixed(value),
            (_, IConvertible number and not (string or bool or char)) => Number(type, number),
            _ => null,
        };
    }

    private static ChoiceModel? Member(INamedTypeSymbol type, object value, QualifiedNames names)
    {
        IFieldSymbol? field = type.GetMembers()
            .OfType<IFieldSymbol>()
            .FirstOrDefault(candidate => candidate.HasConstantValue && Equals(candidate.ConstantValue, value));
        return field is null ? null : Of(type, field, names);
    }

    private static ChoiceModel Of(INamedTypeSymbol type, IFieldSymbol field, QualifiedNames names)
    {
        string name = PathNames.Of(field);
        return new ChoiceModel(names.Of(type) + "." + Identifiers.Escape(field.Name), Literals.Text(name), Key(name));
    }

    /// <summary>Gets the key of a whole number; those that doubles cannot tell apart keep all their digits.</summary>
    public static string Key(decimal whole) =>
        Math.Abs(whole) <= Numbers.LargestExact ? Literals.Plain((double)whole) : whole.ToString("F0", CultureInfo.InvariantCulture);

    private static ChoiceModel? Whole(ITypeSymbol type, decimal value)
    {
        string digits = value.ToString("F0", CultureInfo.InvariantCulture);
        return Numbers.CanChoose(type, value) ? new ChoiceModel(NumberCode.OfWhole(NumberType.Of(type)!.Keyword, digits), digits, Key(value)) : null;
    }

    // What an object holds is what the attribute says, type and all: 7 is an int and 7L a long.
    private static ChoiceModel? Mixed(object value) => value switch
    {
        string text => new ChoiceModel(Literals.Text(text), Literals.Text(text), Key(text)),
        bool flag => Flag(flag),
        int whole => new ChoiceModel(Literals.Whole(whole), Literals.Whole(whole), Key((decimal)whole)),
        uint whole => new ChoiceModel(Literals.Whole(whole) + "u", Literals.Whole(whole) + "L", Key((decimal)whole)),
        long whole => new ChoiceModel(Literals.Whole(whole) + "L", Literals.Whole(whole) + "L", Key((decimal)whole)),
        ulong whole and <= long.MaxValue => new ChoiceModel(Literals.Whole((long)whole) + "UL", Literals.Whole((long)whole) + "L", Key((decimal)whole)),
        double number when !double.IsNaN(number) && !double.IsInfinity(number) => new ChoiceModel(
            Literals.Double(number), Literals.Double(number), Literals.Plain(number)),
        _ => null,
    };

    private static ChoiceModel? Number(ITypeSymbol type, IConvertible constant)
    {
        if (Numbers.IsInteger(type) && Numbers.Exact(constant) is { } exact)
        {
            return Whole(type, exact);
        }

        double value = constant.ToDouble(CultureInfo.InvariantCulture);
        if (NumberType.Of(type) is not { } number
            || double.IsNaN(value)
            || value < number.Low
            || value > number.High
            || (number.IsInteger && value != Math.Floor(value)))
        {
            return null;
        }

        // 0.1f is meant as 0.1, not as the double nearest to the single nearest to it.
        double plain = constant is float single ? double.Parse(single.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : value;
        return new ChoiceModel(
            NumberCode.Of(number.Keyword, plain),
            number.IsInteger ? Literals.Plain(plain) : Literals.Double(plain),
            Literals.Plain(plain));
    }
}
