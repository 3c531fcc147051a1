using System.Globalization;

namespace Hypermax.Generators.Writing;

/// <summary>Numbers as C# constants of a given type.</summary>
internal static class NumberCode
{
    /// <summary>Gets the code of a number.</summary>
    /// <param name="keyword">The type, as code names it.</param>
    /// <param name="value">The number; within the type.</param>
    public static string Of(string keyword, double value) => keyword switch
    {
        "double" => Literals.Double(value),
        "float" => ((float)value).ToString("R", CultureInfo.InvariantCulture) + "f",
        "decimal" => ((decimal)value).ToString(CultureInfo.InvariantCulture) + "m",
        "global::System.Half" => "(global::System.Half)" + Parenthesised(((float)value).ToString("R", CultureInfo.InvariantCulture) + "f"),
        _ => OfWhole(keyword, value.ToString("F0", CultureInfo.InvariantCulture)),
    };

    /// <summary>Gets the code of a whole number from its digits.</summary>
    public static string OfWhole(string keyword, string digits) => keyword switch
    {
        "int" => digits,
        "uint" => digits + "u",
        "long" => digits + "L",
        "ulong" => digits + "UL",
        _ => "(" + keyword + ")" + Parenthesised(digits),
    };

    private static string Parenthesised(string text) => text[0] == '-' ? "(" + text + ")" : text;
}
