using System.Globalization;

namespace Hypermax.Slurm;

/// <summary>The tasks of a job array as Slurm writes them: <c>1-100%10</c>, <c>0,3,8-20:2</c>.</summary>
/// <param name="Indices">The numbers of the tasks, each once, smallest first.</param>
/// <param name="AtOnce">How many run at once at most, or null for as many as there is room for.</param>
internal sealed record ArrayRange(IReadOnlyList<int> Indices, int? AtOnce)
{
    // Far above what any controller takes; a slip of the hand should not fill the memory.
    private const int Most = 4_000_000;

    /// <summary>Reads a range.</summary>
    /// <exception cref="FormatException">It is none, in words.</exception>
    public static ArrayRange Parse(string text)
    {
        string[] halves = text.Split('%');
        int atOnce = 0;
        if (halves.Length > 2 || (halves.Length == 2 && !TryNumber(halves[1], out atOnce)) || (halves.Length == 2 && atOnce == 0))
        {
            throw Broken(text);
        }

        SortedSet<int> indices = [];
        foreach (string part in halves[0].Split(','))
        {
            (int first, int last, int step) = Part(part) ?? throw Broken(text);
            for (int i = first; i <= last; i += step)
            {
                indices.Add(i);
            }
        }

        return new ArrayRange([.. indices], halves.Length == 2 ? atOnce : null);
    }

    private static (int First, int Last, int Step)? Part(string part)
    {
        string[] stepped = part.Split(':');
        string[] ends = stepped[0].Split('-');
        int step = 1;
        if (stepped.Length > 2 || ends.Length > 2 || !TryNumber(ends[0], out int first)
            || (stepped.Length == 2 && (!TryNumber(stepped[1], out step) || step == 0)))
        {
            return null;
        }

        int last = first;
        return (ends.Length == 1 ? stepped.Length == 1 : TryNumber(ends[1], out last)) && last >= first ? (first, last, step) : null;
    }

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= Most;

    private static FormatException Broken(string text) =>
        new($"--array is '{text}'; it must be a range of tasks as Slurm writes it. Write for example 1-100%10: a hundred tasks, ten at once.");
}
