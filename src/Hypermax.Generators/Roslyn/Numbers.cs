using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Roslyn;

/// <summary>Numbers as messages show them, and what the number types can hold.</summary>
internal static class Numbers
{
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

    public static bool IsFloating(ITypeSymbol type) => type.SpecialType is
        SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal;

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
        SpecialType.System_Int64 => (long.MinValue, long.MaxValue),
        SpecialType.System_UInt64 => (ulong.MinValue, ulong.MaxValue),
        SpecialType.System_Single => (float.MinValue, float.MaxValue),
        SpecialType.System_Decimal => ((double)decimal.MinValue, (double)decimal.MaxValue),
        _ => (double.MinValue, double.MaxValue),
    };
}
