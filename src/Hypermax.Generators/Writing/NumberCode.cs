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
        "int" => Whole(value),
        "uint" => Whole(value) + "u",
        "long" => Whole(value) + "L",
        "ulong" => Whole(value) + "UL",
        "global::System.Half" => "(global::System.Half)" + Parenthesised(((float)value).ToString("R", CultureInfo.InvariantCulture) + "f"),
        _ => "(" + keyword + ")" + Parenthesised(Whole(value)),
    };

    private static string Whole(double value) => value.ToString("F0", CultureInfo.InvariantCulture);

    private static string Parenthesised(string text) => text[0] == '-' ? "(" + text + ")" : text;
}
