using System.Diagnostics;
using System.Globalization;

namespace Hypermax.ProcessTable;

/// <summary>Names processes so that none is taken for another one: by machine, process id and start time.</summary>
internal static class ProcessName
{
    private const string TickSign = "tick";

    /// <summary>Gets the name of this process.</summary>
    public static string Self { get; } = Of(Process.GetCurrentProcess());

    /// <summary>Tells whether a process is gone; null for one of another machine, of which nothing is known here, and for what names none.</summary>
    /// <param name="name">Its name.</param>
    public static bool? HasEnded(string name)
    {
        string[] parts = name.Split('/');
        if (parts.Length != 3 || parts[0] != Environment.MachineName || !int.TryParse(parts[1], CultureInfo.InvariantCulture, out int id))
        {
            return null;
        }

        if (parts[2].StartsWith(TickSign, StringComparison.Ordinal))
        {
            return !ProcStat.TryRead(id, out ProcStat stat)
                || !stat.IsAlive
                || parts[2].AsSpan(TickSign.Length).CompareTo(stat.Started.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) != 0;
        }

        if (!long.TryParse(parts[2], CultureInfo.InvariantCulture, out long started))
        {
            return null;
        }

        try
        {
            using Process process = Process.GetProcessById(id);

            // Start times are read through the boot clock and may differ by a second between two readings.
            return new DateTimeOffset(process.StartTime).ToUnixTimeSeconds() is var seconds && (started < seconds - 2 || started > seconds + 2);
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException)
        {
            return true;
        }
    }

    private static string Of(Process process) =>
        string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}/{process.Id}/{StartOf(process)}");

    // Where the system counts start times from its own, in ticks; through the wall clock they would move when that is set.
    private static string StartOf(Process process) => OperatingSystem.IsLinux() && ProcStat.TryRead(process.Id, out ProcStat stat)
        ? string.Create(CultureInfo.InvariantCulture, $"{TickSign}{stat.Started}")
        : new DateTimeOffset(process.StartTime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
