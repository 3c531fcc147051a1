using System.Globalization;
using Hypermax.Execution.Limits;

namespace Hypermax.Execution.Remote;

/// <summary>What the script on a host says about a trial after its end.</summary>
/// <param name="CpuSeconds">The processor time of the trial's processes that ended, the script's own few milliseconds included; NaN if not said.</param>
/// <param name="PeakBytes">The largest working set the script saw; 0 if it saw none.</param>
/// <param name="Breach">The limit it ended the trial for, or null.</param>
internal sealed record RemoteReport(double CpuSeconds, long PeakBytes, LimitBreach? Breach)
{
    /// <summary>Gets the figures, or null when the connection was cut before they came.</summary>
    public ResourceUsage? Usage => double.IsNaN(CpuSeconds) ? null : new ResourceUsage(CpuSeconds, PeakBytes, MedianBytes: 0, ReadBytes: 0, WrittenBytes: 0);

    /// <summary>Reads the lines <c>peak BYTES</c>, <c>limit KIND FIGURE</c> and those of the shell's <c>times</c>; others are passed over.</summary>
    public static RemoteReport Read(string text, TrialLimits limits)
    {
        RemoteReport report = new(double.NaN, 0, null);
        foreach (string line in text.Split('\n', StringSplitOptions.TrimEntries))
        {
            report = line.Split(' ') switch
            {
                ["peak", var bytes] when long.TryParse(bytes, NumberStyles.None, CultureInfo.InvariantCulture, out long peak) => report with
                {
                    PeakBytes = peak,
                },
                ["limit", "memory", var bytes] when limits.MemoryBytes is long limit
                    && long.TryParse(bytes, NumberStyles.None, CultureInfo.InvariantCulture, out long seen) => report with
                    {
                        Breach = LimitBreach.Memory(limit, seen),
                    },
                ["limit", "cpu", _] when limits.CpuTime is { } limit => report with { Breach = LimitBreach.CpuTime(limit) },

                // The first line of the two is the shell's own; that of its children comes second and stays.
                [var user, var system] when TryTime(user, out double first) && TryTime(system, out double second) => report with
                {
                    CpuSeconds = first + second,
                },
                _ => report,
            };
        }

        return report;
    }

    // 1m2.345s, with as many digits as the shell likes.
    private static bool TryTime(string text, out double seconds)
    {
        seconds = 0;
        int minutes = text.IndexOf('m', StringComparison.Ordinal);
        if (minutes <= 0 || text[^1] != 's'
            || !int.TryParse(text.AsSpan(0, minutes), NumberStyles.None, CultureInfo.InvariantCulture, out int whole)
            || !double.TryParse(
                text.AsSpan(minutes + 1, text.Length - minutes - 2), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double rest))
        {
            return false;
        }

        seconds = (whole * 60) + rest;
        return true;
    }
}
