using System.Runtime.InteropServices;

namespace Hypermax.Execution.Watchdogs;

/// <summary>Follows a tree through macOS's libproc: by parents, and by the process group that workers and commands make for themselves.</summary>
internal sealed class MacProcessTree : ProcessTree
{
    private const int TaskInfoFlavor = 4;
    private const int RusageFlavor = 2;
    private const double NanosecondsPerSecond = 1e9;

    private readonly object _gate = new();
    private readonly HashSet<int> _known;
    private double _cpuSeconds;
    private long _read;
    private long _written;

    public MacProcessTree(int root)
        : base(root) => _known = [root];

    public override bool TrySample(bool withStorage, out TreeSample sample)
    {
        lock (_gate)
        {
            Discover();
            (long bytes, double cpu, long read, long written) = (0, 0, 0, 0);
            foreach (int process in _known.ToArray())
            {
                if (NativeMethods.proc_pidinfo(process, TaskInfoFlavor, 0, out TaskInfo task, Marshal.SizeOf<TaskInfo>()) <= 0)
                {
                    _known.Remove(process);
                    continue;
                }

                bytes += (long)task.ResidentSize;
                cpu += (task.TotalUser + task.TotalSystem) / NanosecondsPerSecond;
                if (NativeMethods.proc_pid_rusage(process, RusageFlavor, out Rusage usage) == 0)
                {
                    read += (long)usage.DiskRead;
                    written += (long)usage.DiskWritten;
                }
            }

            (_cpuSeconds, _read, _written) = (Math.Max(_cpuSeconds, cpu), Math.Max(_read, read), Math.Max(_written, written));
            sample = new TreeSample(bytes, _cpuSeconds, _read, _written);
            return _known.Count > 0;
        }
    }

    public override IReadOnlyList<int> Members()
    {
        lock (_gate)
        {
            Discover();
            _known.RemoveWhere(process => NativeMethods.proc_pidinfo(process, TaskInfoFlavor, 0, out TaskInfo _, Marshal.SizeOf<TaskInfo>()) <= 0);
            return [.. _known];
        }
    }

    public override void Terminate()
    {
        Signals.SendToGroup(Root, Signals.TerminateSignal);
        foreach (int process in Members())
        {
            Signals.Send(process, Signals.TerminateSignal);
        }
    }

    protected override int KillOnce()
    {
        IReadOnlyList<int> members = Members();
        if (members.Count > 0)
        {
            Signals.SendToGroup(Root, Signals.KillSignal);
            foreach (int process in members)
            {
                Signals.Send(process, Signals.KillSignal);
            }
        }

        return members.Count;
    }

    private void Discover()
    {
        Queue<int> open = new(_known);
        int[] buffer = new int[1024];
        while (open.TryDequeue(out int process))
        {
            int count = NativeMethods.proc_listchildpids(process, buffer, buffer.Length * sizeof(int));
            foreach (int child in buffer.AsSpan(0, Math.Clamp(count, 0, buffer.Length)))
            {
                if (child > 1 && _known.Add(child))
                {
                    open.Enqueue(child);
                }
            }
        }
    }

    // proc_taskinfo of <sys/proc_info.h>; only the first four fields are read.
    [StructLayout(LayoutKind.Sequential, Size = 96)]
    private struct TaskInfo
    {
        public ulong VirtualSize;
        public ulong ResidentSize;
        public ulong TotalUser;
        public ulong TotalSystem;
    }

    // rusage_info_v2 of <sys/resource.h>: a 16-byte id, then 64-bit figures.
    [StructLayout(LayoutKind.Explicit, Size = 160)]
    private struct Rusage
    {
        [FieldOffset(144)]
        public ulong DiskRead;

        [FieldOffset(152)]
        public ulong DiskWritten;
    }

    private static class NativeMethods
    {
        [DllImport("libproc")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int proc_pidinfo(int process, int flavor, ulong argument, out TaskInfo buffer, int size);

        [DllImport("libproc")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int proc_pid_rusage(int process, int flavor, out Rusage buffer);

        [DllImport("libproc")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int proc_listchildpids(int process, int[] buffer, int size);
    }
}
