using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace Hypermax.Execution.Watchdogs;

/// <summary>Holds a tree in a Windows job object: children cannot leave it, and it ends when we do.</summary>
[SupportedOSPlatform("windows")]
internal sealed class WindowsProcessTree : ProcessTree
{
    private const int AccountingClass = 8;
    private const int ProcessListClass = 3;
    private const int ExtendedLimitClass = 9;
    private const uint KillOnClose = 0x2000;
    private const int ListedProcesses = 1024;
    private const double TicksPerSecond = TimeSpan.TicksPerSecond;

    private readonly SafeFileHandle _job;

    public WindowsProcessTree(Process process)
        : base(process.Id)
    {
        _job = NativeMethods.CreateJobObjectW(IntPtr.Zero, null);
        ExtendedLimits limits = new() { LimitFlags = KillOnClose };
        NativeMethods.SetInformationJobObject(_job, ExtendedLimitClass, ref limits, Marshal.SizeOf<ExtendedLimits>());
        NativeMethods.AssignProcessToJobObject(_job, process.SafeHandle);
    }

    public override bool TrySample(bool withStorage, out TreeSample sample)
    {
        NativeMethods.QueryInformationJobObject(_job, AccountingClass, out Accounting accounting, Marshal.SizeOf<Accounting>(), IntPtr.Zero);
        IReadOnlyList<int> members = Members();
        sample = new TreeSample(
            members.Sum(WorkingSet),
            (accounting.TotalUserTime + accounting.TotalKernelTime) / TicksPerSecond,
            (long)accounting.ReadBytes,
            (long)accounting.WriteBytes);
        return members.Count > 0;
    }

    public override IReadOnlyList<int> Members()
    {
        int size = 8 + (ListedProcesses * IntPtr.Size);
        IntPtr buffer = Marshal.AllocHGlobal(size);
        try
        {
            if (!NativeMethods.QueryInformationJobObjectList(_job, ProcessListClass, buffer, size, IntPtr.Zero))
            {
                return [];
            }

            int count = Math.Min(Marshal.ReadInt32(buffer, 4), ListedProcesses);
            int[] members = new int[count];
            for (int i = 0; i < count; i++)
            {
                members[i] = (int)Marshal.ReadIntPtr(buffer, 8 + (i * IntPtr.Size));
            }

            return members;
        }
        finally
        {
            Marshal.FreeHGlobal(buffer);
        }
    }

    /// <summary>Does nothing: Windows knows no polite signal for a process without a window; the warning goes through the token.</summary>
    public override void Terminate()
    {
    }

    public override void Dispose()
    {
        _job.Dispose();
        base.Dispose();
    }

    protected override int KillOnce()
    {
        int count = Members().Count;
        if (count > 0)
        {
            NativeMethods.TerminateJobObject(_job, 137);
        }

        return count;
    }

    private static long WorkingSet(int process)
    {
        try
        {
            using Process found = Process.GetProcessById(process);
            return found.WorkingSet64;
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException)
        {
            return 0;
        }
    }

    // JOBOBJECT_BASIC_AND_IO_ACCOUNTING_INFORMATION
    [StructLayout(LayoutKind.Sequential)]
    private struct Accounting
    {
        public long TotalUserTime;
        public long TotalKernelTime;
        public long ThisPeriodUserTime;
        public long ThisPeriodKernelTime;
        public uint TotalPageFaults;
        public uint TotalProcesses;
        public uint ActiveProcesses;
        public uint TotalTerminatedProcesses;
        public ulong ReadOperations;
        public ulong WriteOperations;
        public ulong OtherOperations;
        public ulong ReadBytes;
        public ulong WriteBytes;
        public ulong OtherBytes;
    }

    // JOBOBJECT_EXTENDED_LIMIT_INFORMATION; only the flags are set.
    [StructLayout(LayoutKind.Sequential)]
    private struct ExtendedLimits
    {
        public long PerProcessUserTime;
        public long PerJobUserTime;
        public uint LimitFlags;
        public nuint MinimumWorkingSet;
        public nuint MaximumWorkingSet;
        public uint ActiveProcessLimit;
        public nuint Affinity;
        public uint PriorityClass;
        public uint SchedulingClass;
        public ulong ReadOperations;
        public ulong WriteOperations;
        public ulong OtherOperations;
        public ulong ReadBytes;
        public ulong WriteBytes;
        public ulong OtherBytes;
        public nuint ProcessMemoryLimit;
        public nuint JobMemoryLimit;
        public nuint PeakProcessMemory;
        public nuint PeakJobMemory;
    }

    private static class NativeMethods
    {
        [DllImport("kernel32", CharSet = CharSet.Unicode)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
        public static extern SafeFileHandle CreateJobObjectW(IntPtr attributes, string? name);

        [DllImport("kernel32")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
        [return: MarshalAs(UnmanagedType.Bool)]
        public static extern bool SetInformationJobObject(SafeFileHandle job, int kind, ref ExtendedLimits limits, int size);

        [DllImport("kernel32")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
        [return: MarshalAs(UnmanagedType.Bool)]
        public static extern bool AssignProcessToJobObject(SafeFileHandle job, SafeProcessHandle process);

        [DllImport("kernel32")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
        [return: MarshalAs(UnmanagedType.Bool)]
        public static extern bool TerminateJobObject(SafeFileHandle job, uint exitCode);

        [DllImport("kernel32")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
        [return: MarshalAs(UnmanagedType.Bool)]
        public static extern bool QueryInformationJobObject(SafeFileHandle job, int kind, out Accounting accounting, int size, IntPtr returned);

        [DllImport("kernel32", EntryPoint = "QueryInformationJobObject")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
        [return: MarshalAs(UnmanagedType.Bool)]
        public static extern bool QueryInformationJobObjectList(SafeFileHandle job, int kind, IntPtr buffer, int size, IntPtr returned);
    }
}
