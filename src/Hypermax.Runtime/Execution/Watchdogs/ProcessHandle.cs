using System.Runtime.InteropServices;
using Hypermax.ProcessTable;

namespace Hypermax.Execution.Watchdogs;

/// <summary>Signals to one certain process on Linux: never to another that got its id since (pidfd_open(2), Linux 5.3).</summary>
internal static class ProcessHandle
{
    // The numbers are those of every architecture that .NET runs on (pidfd_send_signal(2), pidfd_open(2)).
    private const nint SendSignalCall = 424;
    private const nint OpenCall = 434;

    /// <summary>Signals the process that had an id when it began at a time; does nothing when that one is gone or not ours.</summary>
    /// <param name="process">Its id.</param>
    /// <param name="started">When it began, as <see cref="ProcStat.Started"/>.</param>
    /// <param name="signal">The signal.</param>
    public static void Send(int process, long started, int signal)
    {
        if (process <= 1)
        {
            return;
        }

        // Whoever holds the handle keeps the process apart from all that follow; so looking comes after opening.
        int handle = (int)NativeMethods.syscall(OpenCall, process, 0, 0, 0);
        try
        {
            if (!ProcStat.TryRead(process, out ProcStat stat) || stat.Started != started)
            {
                return;
            }

            if (handle >= 0)
            {
                _ = NativeMethods.syscall(SendSignalCall, handle, signal, 0, 0);
            }
            else
            {
                // An older kernel, or a sandbox that knows no such calls.
                Signals.Send(process, signal);
            }
        }
        finally
        {
            if (handle >= 0)
            {
                _ = NativeMethods.close(handle);
            }
        }
    }

    private static class NativeMethods
    {
        [DllImport("libc")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern nint syscall(nint call, nint first, nint second, nint third, nint fourth);

        [DllImport("libc")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int close(int descriptor);
    }
}
