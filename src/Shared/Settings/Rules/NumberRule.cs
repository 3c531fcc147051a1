using System.Globalization;

namespace Hypermax.Settings;

/// <summary>A number, with a point for decimals whatever the culture.</summary>
/// <param name="words">The rule, so that "must be …" is a sentence.</param>
/// <param name="accepts">Whether a number keeps it.</param>
internal sealed class NumberRule(string words, Func<double, bool> accepts) : Rule<double>(words)
{
    public override bool TryRead(string text, out double value, out string? hint)
    {
        hint = null;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    public override bool Accepts(double value) => accepts(value);

    public override string Write(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
