using System.Globalization;
using Hypermax.Execution.Watchdogs;

namespace Hypermax.Ui.Live;

/// <summary>What the machine is busy with.</summary>
/// <param name="CpuShare">The part of all processors that is busy, from 0 to 1; NaN when the system does not say.</param>
/// <param name="UsedBytes">Memory in use.</param>
/// <param name="TotalBytes">Memory there is.</param>
internal sealed record SystemLoad(double CpuShare, long UsedBytes, long TotalBytes)
{
    public static SystemLoad Unknown { get; } = new(double.NaN, 0, 0);

    /// <summary>Measures, given the counts of the last look.</summary>
    public static SystemLoad Measure(ref (long Busy, long All) last)
    {
        (long Busy, long All) now = CpuTicks();
        double share = now.All > last.All && last.All > 0 ? Math.Clamp((double)(now.Busy - last.Busy) / (now.All - last.All), 0, 1) : double.NaN;
        last = now;
        return new SystemLoad(share, SystemMemory.UsedBytes(), SystemMemory.TotalBytes());
    }

    // The first line of /proc/stat: cpu user nice system idle iowait …, in ticks since the start of the machine.
    private static (long Busy, long All) CpuTicks()
    {
        if (!OperatingSystem.IsLinux())
        {
            return default;
        }

        try
        {
            using StreamReader reader = new("/proc/stat");
            long[] ticks =
            [
                .. (reader.ReadLine() ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Take(8)
                    .Select(text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long value) ? value : 0),
            ];
            return ticks.Length < 5 ? default : (ticks.Sum() - ticks[3] - ticks[4], ticks.Sum());
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return default;
        }
    }
}
