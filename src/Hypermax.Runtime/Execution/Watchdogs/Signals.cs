using System.Runtime.InteropServices;

namespace Hypermax.Execution.Watchdogs;

/// <summary>Signals to processes and process groups, on Unix.</summary>
internal static class Signals
{
    public const int KillSignal = 9;
    public const int TerminateSignal = 15;

    /// <summary>Signals one process; does nothing when it is gone or not ours.</summary>
    public static void Send(int process, int signal)
    {
        // 0, 1 and negative numbers mean groups or everything: never by accident.
        if (process > 1)
        {
            _ = NativeMethods.kill(process, signal);
        }
    }

    /// <summary>Signals every process of a group; does nothing when there is none.</summary>
    public static void SendToGroup(int group, int signal)
    {
        if (group > 1)
        {
            _ = NativeMethods.kill(-group, signal);
        }
    }

    private static class NativeMethods
    {
        [DllImport("libc")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int kill(int process, int signal);
    }
}
