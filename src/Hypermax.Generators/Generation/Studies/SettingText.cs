using System.Globalization;
using Hypermax.Generators.Roslyn;
using Microsoft.CodeAnalysis;

namespace Hypermax.Generators.Generation.Studies;

/// <summary>Writes what stands in an attribute the way the reader of settings takes it.</summary>
internal static class SettingText
{
    /// <summary>Gets the text of a constant; null for one that is no scalar.</summary>
    public static string? Of(TypedConstant value) => (value.Kind, value.Plain()) switch
    {
        (TypedConstantKind.Enum, { } number) => NameOf((INamedTypeSymbol)value.Type!, number),
        (TypedConstantKind.Primitive, string text) => text,
        (TypedConstantKind.Primitive, bool flag) => flag ? "true" : "false",
        (TypedConstantKind.Primitive, double number) => number.ToString("R", CultureInfo.InvariantCulture),
        (TypedConstantKind.Primitive, IConvertible number and not char) => number.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    // A number that has no name is left for the coordinator to refuse.
    private static string NameOf(INamedTypeSymbol type, object number) =>
        type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => field.HasConstantValue && Equals(field.ConstantValue, number))?.Name.ToLowerInvariant()
        ?? Convert.ToString(number, CultureInfo.InvariantCulture)!;
}
