using System.Diagnostics;
using System.Globalization;
using Hypermax.Execution.Watchdogs;

namespace Hypermax.Ui.Live;

/// <summary>Measures what the machine is busy with, from one look to the next.</summary>
internal sealed class SystemMeter
{
    private const int Sector = 512;

    private (long Busy, long All) _cpu;
    private long _disk;
    private long _network;
    private long _at;

    /// <summary>Looks.</summary>
    public SystemLoad Measure()
    {
        (long Busy, long All) cpu = CpuOf(Lines("/proc/stat"));
        long disk = DiskOf(Lines("/proc/diskstats"));
        long network = NetworkOf(Lines("/proc/net/dev"));
        double seconds = _at == 0 ? double.NaN : Stopwatch.GetElapsedTime(_at).TotalSeconds;
        double share = cpu.All > _cpu.All && _cpu.All > 0 ? Math.Clamp((double)(cpu.Busy - _cpu.Busy) / (cpu.All - _cpu.All), 0, 1) : double.NaN;
        SystemLoad load = new(share, SystemMemory.UsedBytes(), SystemMemory.TotalBytes(), Rate(_disk, disk, seconds), Rate(_network, network, seconds));
        (_cpu, _disk, _network, _at) = (cpu, disk, network, Stopwatch.GetTimestamp());
        return load;
    }

    // cpu user nice system idle iowait irq softirq steal, in ticks since the start of the machine.
    internal static (long Busy, long All) CpuOf(IEnumerable<string> stat)
    {
        long[] ticks = [.. Words(stat.FirstOrDefault() ?? string.Empty).Skip(1).Take(8).Select(Number)];
        return ticks.Length < 5 ? default : (ticks.Sum() - ticks[3] - ticks[4], ticks.Sum());
    }

    // major minor name reads merged sectors ms writes merged sectors …; partitions and what lies upon disks would count twice.
    internal static long DiskOf(IEnumerable<string> diskstats) => diskstats
        .Select(Words)
        .Where(words => words.Length > 9 && words[2].Length > 2 && IsDisk(words[2]))
        .Sum(words => (Number(words[5]) + Number(words[9])) * Sector);

    // name: bytes packets … (8 of them received) bytes …
    internal static long NetworkOf(IEnumerable<string> dev) => dev
        .Select(line => line.Split(':'))
        .Where(parts => parts.Length == 2 && parts[0].Trim() != "lo")
        .Select(parts => Words(parts[1]))
        .Where(words => words.Length > 8)
        .Sum(words => Number(words[0]) + Number(words[8]));

    // sda and vdb, but not sda1; nvme0n1 and mmcblk0, but not nvme0n1p1.
    private static bool IsDisk(string name) => name[..2] switch
    {
        "sd" or "vd" or "hd" => !char.IsAsciiDigit(name[^1]),
        "nv" or "mm" => !name.Contains('p', StringComparison.Ordinal),
        _ => false,
    };

    private static double Rate(long before, long now, double seconds) => before > 0 && now >= before && seconds > 0 ? (now - before) / seconds : double.NaN;

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static long Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long value) ? value : 0;

    private static string[] Lines(string path)
    {
        try
        {
            return OperatingSystem.IsLinux() ? File.ReadAllLines(path) : [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
