using System.Globalization;

namespace Hypermax.Import;

/// <summary>Reads numbers as people and spreadsheets write them.</summary>
/// <param name="mark">How the table writes decimals.</param>
/// <param name="commaSeparates">Whether commas stand between the columns, so that within a number they rather group thousands.</param>
internal sealed class NumberText(DecimalMark mark, bool commaSeparates)
{
    private const NumberStyles Grouped = NumberStyles.Float | NumberStyles.AllowThousands;

    private static readonly NumberFormatInfo Commas = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    /// <summary>Reads a number: digits, decimals by the mark of the table, exponents of either case, <c>nan</c> and <c>inf</c> in any spelling.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The number.</param>
    /// <returns>Whether the text is a number.</returns>
    public bool TryRead(ReadOnlySpan<char> text, out double value)
    {
        text = text.Trim();
        bool isRead = MarkOf(text) == DecimalMark.Comma
            ? double.TryParse(text, Grouped, Commas, out value)
            : double.TryParse(text, Grouped, CultureInfo.InvariantCulture, out value);
        return isRead || TryReadWord(text, out value);
    }

    private DecimalMark MarkOf(ReadOnlySpan<char> text)
    {
        if (mark != DecimalMark.Auto)
        {
            return mark;
        }

        (int comma, int point) = (text.LastIndexOf(','), text.LastIndexOf('.'));
        if (comma < 0 || point > comma)
        {
            return DecimalMark.Point;
        }

        // Several commas group; so does one before exactly three digits where commas separate columns: "1,234" there is a thousand.
        bool groups = text.IndexOf(',') != comma || (commaSeparates && point < 0 && comma is >= 1 and <= 3 && text.Length - comma == 4 && text[0] != '0');
        return groups ? DecimalMark.Point : DecimalMark.Comma;
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
