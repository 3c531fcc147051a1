using System.Globalization;

namespace Hypermax.Settings;

/// <summary>A number, with a point for decimals whatever the culture.</summary>
/// <param name="words">The rule, so that "must be …" is a sentence.</param>
/// <param name="low">The lowest.</param>
/// <param name="high">The highest.</param>
/// <param name="isAbove">Whether the lowest itself breaks the rule.</param>
internal sealed class NumberRule(string words, double low = double.MinValue, double high = double.MaxValue, bool isAbove = false) : Rule<double>(words)
{
    /// <summary>Gets the lowest.</summary>
    public double Low { get; } = low;

    /// <summary>Gets the highest.</summary>
    public double High { get; } = high;

    /// <summary>Gets whether the lowest itself breaks the rule.</summary>
    public bool IsAbove { get; } = isAbove;

    public override bool TryRead(string text, out double value, out string? hint)
    {
        hint = null;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    public override bool Accepts(double value) => (IsAbove ? value > Low : value >= Low) && value <= High;

    public override string Write(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
