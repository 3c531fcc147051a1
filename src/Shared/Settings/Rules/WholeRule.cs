using System.Globalization;

namespace Hypermax.Settings;

/// <summary>A whole number in a range.</summary>
/// <param name="low">The lowest.</param>
/// <param name="high">The highest.</param>
internal sealed class WholeRule(int low, int high) : Rule<int>(
    high == int.MaxValue ? FormattableString.Invariant($"a whole number, {low} or above") : FormattableString.Invariant($"a whole number from {low} to {high}"))
{
    /// <summary>Gets the lowest.</summary>
    public int Low { get; } = low;

    /// <summary>Gets the highest.</summary>
    public int High { get; } = high;

    public override bool TryRead(string text, out int value, out string? hint)
    {
        hint = null;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    public override bool Accepts(int value) => value >= Low && value <= High;
}
