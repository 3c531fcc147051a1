using System.Globalization;

namespace Hypermax.Build.Settings;

/// <summary>Reads times as people write them: <c>90</c>, <c>90s</c>, <c>1.5h</c>, <c>00:10:00</c>.</summary>
public static class Durations
{
    /// <summary>Reads a time; a bare number counts seconds.</summary>
    /// <param name="text">The text.</param>
    /// <param name="time">The time.</param>
    public static bool TryParse(string text, out TimeSpan time)
    {
        time = default;
        if (text.Length == 0)
        {
            return false;
        }

        if (text.Contains(':'))
        {
            return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out time);
        }

        double unit = char.ToLowerInvariant(text[text.Length - 1]) switch { 's' => 1, 'm' => 60, 'h' => 3600, _ => 0 };
        string number = unit > 0 ? text.Substring(0, text.Length - 1) : text;
        if (!double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double count))
        {
            return false;
        }

        double seconds = count * (unit > 0 ? unit : 1);
        if (!(seconds > 0 && seconds < 1e9))
        {
            return false;
        }

        time = TimeSpan.FromSeconds(seconds);
        return true;
    }
}
