using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Roslyn;

/// <summary>Numbers as messages show them, and what the number types can hold.</summary>
internal static class Numbers
{
    /// <summary>Up to here every whole number is a double of its own.</summary>
    public const long LargestExact = 9007199254740992;

    public static string Text(double value) => value switch
    {
        double.PositiveInfinity => "∞",
        double.NegativeInfinity => "−∞",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };

    /// <summary>A finite number as C# source.</summary>
    public static string Literal(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    public static bool IsFinite(double value) => !double.IsNaN(value) && !double.IsInfinity(value);

    public static bool IsWhole(double value) => value == Math.Floor(value);

    public static bool IsInteger(ITypeSymbol type) => type.SpecialType is
        SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16
        or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64;

    /// <summary>Gets a constant of an integer type with all its digits, or null for one of another type.</summary>
    public static decimal? Exact(IConvertible constant) => constant switch
    {
        long number => number,
        ulong number => number,
        sbyte or byte or short or ushort or int or uint => constant.ToDecimal(CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>Tells whether a whole number can be a choice of an integer type: choices are long integers in files, also where bounds are doubles.</summary>
    public static bool CanChoose(ITypeSymbol type, decimal value)
    {
        (double low, double high) = RangeOf(type);
        (decimal least, decimal most) = type.SpecialType switch
        {
            SpecialType.System_Int64 => (long.MinValue, long.MaxValue),
            SpecialType.System_UInt64 => (0, long.MaxValue),
            _ => ((decimal)low, (decimal)high),
        };
        return value >= least && value <= most;
    }

    public static bool IsFloating(ITypeSymbol type) => type.SpecialType is
        SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal
        || type is { Name: "Half", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    public static bool IsNumber(ITypeSymbol type) => IsInteger(type) || IsFloating(type);

    /// <summary>Gets the smallest and the largest value of a number type, as far as a double can say it.</summary>
    public static (double Low, double High) RangeOf(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_SByte => (sbyte.MinValue, sbyte.MaxValue),
        SpecialType.System_Byte => (byte.MinValue, byte.MaxValue),
        SpecialType.System_Int16 => (short.MinValue, short.MaxValue),
        SpecialType.System_UInt16 => (ushort.MinValue, ushort.MaxValue),
        SpecialType.System_Int32 => (int.MinValue, int.MaxValue),
        SpecialType.System_UInt32 => (uint.MinValue, uint.MaxValue),
        SpecialType.System_Int64 => (-(double)LargestExact, LargestExact),
        SpecialType.System_UInt64 => (0, LargestExact),
        SpecialType.System_Single => (float.MinValue, float.MaxValue),
        SpecialType.System_Decimal => (-7.9e28, 7.9e28),
        SpecialType.System_Double => (double.MinValue, double.MaxValue),
        _ when type.Name == "Half" => (-65504, 65504),
        _ => (double.MinValue, double.MaxValue),
    };
}
