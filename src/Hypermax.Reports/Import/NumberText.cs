using System.Globalization;

namespace Hypermax.Import;

/// <summary>Reads numbers as people and spreadsheets write them.</summary>
internal sealed class NumberText(DecimalMark mark)
{
    private const NumberStyles Style = NumberStyles.Float | NumberStyles.AllowThousands;

    private static readonly NumberFormatInfo Commas = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    /// <summary>Reads a number: digits, decimals by the mark of the table, exponents of either case, <c>nan</c> and <c>inf</c> in any spelling.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The number.</param>
    /// <returns>Whether the text is a number.</returns>
    public bool TryRead(ReadOnlySpan<char> text, out double value)
    {
        text = text.Trim();
        if (mark == DecimalMark.Comma
            ? double.TryParse(text, Style, Commas, out value) && !HasLoosePoint(text)
            : double.TryParse(text, Style, CultureInfo.InvariantCulture, out value))
        {
            return true;
        }

        // In a table with decimal commas some columns, such as exponents, may still have points.
        return (mark == DecimalMark.Comma && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value)) || TryReadWord(text, out value);
    }

    // '0.5' is no number grouped by points: groups have three digits.
    private static bool HasLoosePoint(ReadOnlySpan<char> text)
    {
        int point = text.LastIndexOf('.');
        return point >= 0 && text.IndexOf(',') < 0 && (text.Length - point - 1 != 3 || point > 3);
    }

    private static bool TryReadWord(ReadOnlySpan<char> text, out double value)
    {
        value = text switch
        {
            _ when text.Equals("nan", StringComparison.OrdinalIgnoreCase) => double.NaN,
            _ when text.TrimStart('+').Equals("inf", StringComparison.OrdinalIgnoreCase) => double.PositiveInfinity,
            _ when text.Equals("-inf", StringComparison.OrdinalIgnoreCase) => double.NegativeInfinity,
            _ => 0,
        };
        return value != 0;
    }
}
