using System.Globalization;

namespace Hypermax.Settings;

/// <summary>A whole number of up to 63 bits.</summary>
/// <param name="low">The lowest.</param>
internal sealed class LongRule(long low) : Rule<long>(FormattableString.Invariant($"a whole number, {low} or above"))
{
    /// <summary>Gets the lowest.</summary>
    public long Low { get; } = low;

    public override bool TryRead(string text, out long value, out string? hint)
    {
        hint = null;
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    public override bool Accepts(long value) => value >= Low;
}
