using System.Runtime.InteropServices;

namespace Hypermax.Worker.Unix;

/// <summary>The session and process group that the worker makes for itself and its children.</summary>
internal static class Session
{
    private const int Kill = 9;

    /// <summary>Gets whether this process leads a group of its own.</summary>
    public static bool IsLeader { get; private set; }

    /// <summary>Leaves the starter's session: Ctrl-C of the terminal no longer arrives here, and one signal reaches all our children.</summary>
    public static void Begin()
    {
        IsLeader = NativeMethods.setsid() == Environment.ProcessId;
        Orphans.Adopt();
    }

    /// <summary>Ends every process of the group at once, this one included.</summary>
    public static void KillGroup() => _ = NativeMethods.kill(-Environment.ProcessId, Kill);

    private static class NativeMethods
    {
        [DllImport("libc")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int setsid();

        [DllImport("libc")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int kill(int process, int signal);
    }
}
