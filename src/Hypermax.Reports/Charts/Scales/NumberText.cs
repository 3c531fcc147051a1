using System.Globalization;

namespace Hypermax.Charts.Scales;

/// <summary>Writes numbers for people, short and invariant to culture.</summary>
internal static class NumberText
{
    /// <summary>Gets a number with at most four significant digits: <c>0.0412</c>, <c>1250</c>, <c>2.5e6</c>, <c>1e-5</c>.</summary>
    /// <param name="value">The number.</param>
    public static string Short(double value) => Digits(value, 4);

    /// <summary>Gets a number with a number of significant digits, without trailing zeros.</summary>
    /// <param name="value">The number.</param>
    /// <param name="digits">From 1 to 15.</param>
    public static string Digits(double value, int digits)
    {
        if (value == 0 || !double.IsFinite(value))
        {
            return value == 0 ? "0" : double.IsNaN(value) ? "–" : value > 0 ? "∞" : "-∞";
        }

        double size = Math.Abs(value);
        if (size is >= 1e-4 and < 1e6)
        {
            string text = value.ToString("G" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            return text.Contains('E', StringComparison.Ordinal) ? Math.Round(value).ToString("0", CultureInfo.InvariantCulture) : text;
        }

        string format = "0." + new string('#', digits - 1) + "e0";
        return value.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>Gets the number with so many significant digits that is nearest to another.</summary>
    /// <param name="value">The number.</param>
    /// <param name="digits">From 1 to 15.</param>
    internal static double Rounded(double value, int digits)
    {
        if (value == 0 || !double.IsFinite(value))
        {
            return value;
        }

        int power = digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value)));
        if (Math.Abs(power) > 22)
        {
            string format = "G" + digits.ToString(CultureInfo.InvariantCulture);
            return double.Parse(value.ToString(format, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        }

        // Powers of ten up to 22 are exact, so the result is the number that its digits would be read as.
        double unit = Math.Pow(10, Math.Abs(power));
        double whole = Math.Round(power < 0 ? value / unit : value * unit, MidpointRounding.AwayFromZero);
        return power < 0 ? whole * unit : whole / unit;
    }

    /// <summary>Gets a multiple of a step, with as many decimals as the step has; powers of ten where the largest number of the axis needs them.</summary>
    internal static string OnGrid(double value, double step, double largest)
    {
        if (value == 0)
        {
            return "0";
        }

        if (largest >= 1e6 || step < 1e-5)
        {
            int digits = (int)Math.Clamp(Math.Ceiling(Math.Log10(Math.Abs(value) / step) - 1e-9) + 1, 1, 15);
            return value.ToString("0." + new string('#', digits - 1) + "e0", CultureInfo.InvariantCulture);
        }

        int decimals = (int)Math.Clamp(-Math.Floor(Math.Log10(step) + 1e-9), 0, 10);
        return value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    /// <summary>Gets a length of time: <c>340 ms</c>, <c>12.5 s</c>, <c>4 min 10 s</c>, <c>3 h 5 min</c>.</summary>
    /// <param name="seconds">The length in seconds.</param>
    public static string Duration(double seconds)
    {
        if (!double.IsFinite(seconds) || seconds < 60)
        {
            return seconds < 1 ? Digits(seconds * 1000, 3) + " ms" : Digits(seconds, 3) + " s";
        }

        long whole = (long)Math.Round(seconds);
        return whole < 3600
            ? string.Create(CultureInfo.InvariantCulture, $"{whole / 60} min {whole % 60} s")
            : string.Create(CultureInfo.InvariantCulture, $"{whole / 3600} h {whole % 3600 / 60} min");
    }
}
