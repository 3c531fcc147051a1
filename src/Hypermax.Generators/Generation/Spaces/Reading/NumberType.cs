using Hypermax.Generators.Roslyn;
using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Generation.Spaces.Reading;

/// <summary>A number type that a parameter can have.</summary>
/// <param name="Keyword">The type as code names it.</param>
/// <param name="Low">The smallest value; −∞ where the type reaches as far as a double does or a search would.</param>
/// <param name="High">The largest value.</param>
/// <param name="IsInteger">Whether values are whole.</param>
internal sealed record NumberType(string Keyword, double Low, double High, bool IsInteger)
{
    public static NumberType? Of(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Double => new("double", double.NegativeInfinity, double.PositiveInfinity, IsInteger: false),
        SpecialType.System_Single => new("float", -float.MaxValue, float.MaxValue, IsInteger: false),
        SpecialType.System_Decimal => new("decimal", -7.9e28, 7.9e28, IsInteger: false),
        SpecialType.System_SByte => new("sbyte", sbyte.MinValue, sbyte.MaxValue, IsInteger: true),
        SpecialType.System_Byte => new("byte", byte.MinValue, byte.MaxValue, IsInteger: true),
        SpecialType.System_Int16 => new("short", short.MinValue, short.MaxValue, IsInteger: true),
        SpecialType.System_UInt16 => new("ushort", ushort.MinValue, ushort.MaxValue, IsInteger: true),
        SpecialType.System_Int32 => new("int", int.MinValue, int.MaxValue, IsInteger: true),
        SpecialType.System_UInt32 => new("uint", uint.MinValue, uint.MaxValue, IsInteger: true),
        SpecialType.System_Int64 => new("long", -(double)Numbers.LargestExact, Numbers.LargestExact, IsInteger: true),
        SpecialType.System_UInt64 => new("ulong", 0, Numbers.LargestExact, IsInteger: true),
        _ => type is { Name: "Half", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
            ? new("global::System.Half", -65504, 65504, IsInteger: false)
            : null,
    };
}
