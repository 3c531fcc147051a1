using System.Globalization;

namespace Hypermax.Settings;

/// <summary>A time as people write it: <c>90</c>, <c>90s</c>, <c>1.5h</c>, <c>00:10:00</c>; a bare number counts seconds.</summary>
internal sealed class DurationRule() : Rule<TimeSpan>("a time above 0: seconds, or a number with s, m or h, or hh:mm:ss")
{
    public override bool TryRead(string text, out TimeSpan value, out string? hint)
    {
        hint = null;
        value = default;
        if (text.Length == 0)
        {
            return false;
        }

        if (text.Contains(':'))
        {
            return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out value);
        }

        double unit = char.ToLowerInvariant(text[text.Length - 1]) switch { 's' => 1, 'm' => 60, 'h' => 3600, _ => 0 };
        string number = unit > 0 ? text.Substring(0, text.Length - 1) : text;
        double seconds = double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double count) ? count * (unit > 0 ? unit : 1) : 0;
        if (!(seconds > 0 && seconds < 1e9))
        {
            return false;
        }

        value = TimeSpan.FromSeconds(seconds);
        return true;
    }

    public override bool Accepts(TimeSpan value) => value > TimeSpan.Zero;

    public override string Write(TimeSpan value) => value.TotalSeconds.ToString("R", CultureInfo.InvariantCulture);
}
