using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace Hypermax.Generators.Writing;

/// <summary>Values as C# text, the same under every culture.</summary>
internal static class Literals
{
    public static string Text(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    public static string Flag(bool value) => value ? "true" : "false";

    /// <summary>A number where a double is expected: whole numbers without a point.</summary>
    public static string Number(double value)
    {
        if (double.IsNaN(value) || double.IsInfinity(value))
        {
            return double.IsNaN(value) ? "double.NaN" : value > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity";
        }

        string text = Plain(value);
        bool isLong = text.Length > 15 && text.IndexOfAny(['.', 'E']) < 0;
        return isLong || text == "-0" ? text + "d" : text;
    }

    /// <summary>A number where the type must be double by itself.</summary>
    public static string Double(double value)
    {
        string text = Number(value);
        return text.IndexOfAny(['.', 'E', 'd']) >= 0 ? text : text + "d";
    }

    /// <summary>A number as users read it.</summary>
    public static string Plain(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    public static string Whole(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Text for an XML doc comment.</summary>
    public static string Xml(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
