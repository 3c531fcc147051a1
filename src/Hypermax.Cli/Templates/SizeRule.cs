using System.Globalization;
using System.Text.RegularExpressions;

namespace Hypermax.Templates;

/// <summary>A bound or default of a template that follows from the size of the data: <c>rows / 20 in 15..255</c>.</summary>
/// <remarks>Products and quotients of numbers, <c>rows</c>, <c>features</c>, <c>sqrt(rows)</c> and <c>sqrt(features)</c>, kept within the two ends.</remarks>
internal static partial class SizeRule
{
    /// <summary>Reads a rule; null where a text is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="size">The size of the data.</param>
    /// <param name="isInteger">Whether the value is a whole number; others have two digits.</param>
    public static double? Read(string text, DataSize size, bool isInteger)
    {
        if (Pattern().Match(text) is not { Success: true } match)
        {
            return null;
        }

        double value = 1;
        string operation = "*";
        foreach (string word in match.Groups["formula"].Value.Split(' '))
        {
            if (word is "*" or "/")
            {
                operation = word;
                continue;
            }

            value = operation == "*" ? value * Factor(word, size) : value / Factor(word, size);
        }

        value = Math.Clamp(value, Number(match.Groups["least"].Value), Number(match.Groups["most"].Value));
        return isInteger ? Math.Round(value) : Number(value.ToString("G2", CultureInfo.InvariantCulture));
    }

    private static double Factor(string word, DataSize size) => word switch
    {
        "rows" => size.Rows,
        "features" => size.Features,
        "sqrt(rows)" => Math.Sqrt(size.Rows),
        "sqrt(features)" => Math.Sqrt(size.Features),
        _ => Number(word),
    };

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?<formula>[a-z0-9.()*/ ]+) in (?<least>[0-9.]+)\.\.(?<most>[0-9.]+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pattern();
}
