using System.Runtime.InteropServices;
using Hypermax.ProcessTable;

namespace Hypermax.Execution.Watchdogs;

/// <summary>How much memory the machine has, and how much of it is in use: total minus available.</summary>
internal static class SystemMemory
{
    /// <summary>Measures; 0 when the system does not say.</summary>
    public static long UsedBytes()
    {
        if (OperatingSystem.IsLinux())
        {
            Span<byte> buffer = stackalloc byte[512];
            ReadOnlySpan<byte> text = buffer[..ProcFile.Read("/proc/meminfo", buffer)];
            return (ProcFile.NumberAfter(text, "MemTotal:"u8) - ProcFile.NumberAfter(text, "MemAvailable:"u8)) * 1024;
        }

        return OperatingSystem.IsWindows() ? OnWindows() : OnMac();
    }

    /// <summary>Gets how much memory there is.</summary>
    public static long TotalBytes()
    {
        if (OperatingSystem.IsLinux())
        {
            Span<byte> buffer = stackalloc byte[512];
            return ProcFile.NumberAfter(buffer[..ProcFile.Read("/proc/meminfo", buffer)], "MemTotal:"u8) * 1024;
        }

        return GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
    }

    private static long OnWindows()
    {
        MemoryStatus status = new() { Length = (uint)Marshal.SizeOf<MemoryStatus>() };
        return NativeMethods.GlobalMemoryStatusEx(ref status) ? (long)(status.TotalPhysical - status.AvailablePhysical) : 0;
    }

    private static long OnMac()
    {
        long free = Sysctl("vm.page_free_count") + Sysctl("vm.page_purgeable_count") + Sysctl("vm.page_speculative_count");
        return Sysctl("hw.memsize") - (free * Environment.SystemPageSize);
    }

    private static long Sysctl(string name)
    {
        // Some figures have four bytes, some eight; a zeroed eight-byte buffer reads both on a little-endian machine.
        long value = 0;
        nint size = sizeof(long);
        return NativeMethods.sysctlbyname(name, ref value, ref size, IntPtr.Zero, 0) == 0 ? value : 0;
    }

    // MEMORYSTATUSEX
    [StructLayout(LayoutKind.Sequential)]
    private struct MemoryStatus
    {
        public uint Length;
        public uint MemoryLoad;
        public ulong TotalPhysical;
        public ulong AvailablePhysical;
        public ulong TotalPageFile;
        public ulong AvailablePageFile;
        public ulong TotalVirtual;
        public ulong AvailableVirtual;
        public ulong AvailableExtendedVirtual;
    }

    private static class NativeMethods
    {
        [DllImport("kernel32")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
        [return: MarshalAs(UnmanagedType.Bool)]
        public static extern bool GlobalMemoryStatusEx(ref MemoryStatus status);

        [DllImport("libc", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int sysctlbyname(string name, ref long value, ref nint size, IntPtr newValue, nint newSize);
    }
}
