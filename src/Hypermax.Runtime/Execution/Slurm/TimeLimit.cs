using System.Globalization;

namespace Hypermax.Execution.Slurm;

/// <summary>A time limit as Slurm writes it: <c>30</c> (minutes), <c>1:30:00</c>, <c>2-12:00:00</c>.</summary>
internal static class TimeLimit
{
    private static readonly string[] Endless = ["UNLIMITED", "INFINITE"];

    /// <summary>Tells whether a text is a limit; what has no end is one too.</summary>
    public static bool Is(string text) => TryRead(text) is not null || Endless.Contains(text, StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a limit.</summary>
    /// <returns>Null where it is none, or has no end.</returns>
    public static TimeSpan? TryRead(string text)
    {
        string[] halves = text.Split('-');
        int days = 0;
        if (halves.Length > 2 || (halves.Length == 2 && !TryNumber(halves[0], out days)))
        {
            return null;
        }

        string[] parts = halves[^1].Split(':');
        int[] numbers = new int[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            if (!TryNumber(parts[i], out numbers[i]))
            {
                return null;
            }
        }

        // Only the first number may be larger than its unit.
        TimeSpan? time = (halves.Length == 2, numbers) switch
        {
            (true, [< 24 and var hours]) => new TimeSpan(hours, 0, 0),
            (true, [< 24 and var hours, < 60 and var minutes]) => new TimeSpan(hours, minutes, 0),
            (true, [< 24 and var hours, < 60 and var minutes, < 60 and var seconds]) => new TimeSpan(hours, minutes, seconds),
            (false, [int minutes]) => new TimeSpan(0, minutes, 0),
            (false, [int minutes, < 60 and var seconds]) => new TimeSpan(0, minutes, seconds),
            (false, [int hours, < 60 and var minutes, < 60 and var seconds]) => new TimeSpan(hours, minutes, seconds),
            _ => null,
        };
        time += TimeSpan.FromDays(days);
        return time > TimeSpan.Zero ? time : null;
    }

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number < 1_000_000;
}
