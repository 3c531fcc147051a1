using System.Runtime.InteropServices;

namespace Hypermax.Storage.Journal;

/// <summary>What processes that share a folder rely on, looked at before anything is written there; see docs/guide/shared-folder.md.</summary>
internal static class SharedFolder
{
    private const int LockAlone = 2;
    private const int AtOnce = 4;
    private const int Unlock = 8;

    /// <summary>Makes sure that locks in a folder are seen by every process that shares it, as far as this machine can tell.</summary>
    /// <param name="folder">The folder, which exists.</param>
    /// <exception cref="IOException">They are not, in words.</exception>
    public static void Require(string folder)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        Mount? mount = Mount.Of(folder, ReadMounts());
        if ((MountRules.Problem(mount) ?? ProblemOfLocks(folder)) is { } problem)
        {
            throw new IOException(
                $"The folder '{folder}' cannot be shared by several processes: {problem} Use another folder, or a database as the store (--store).");
        }
    }

    /// <summary>Tells whether a folder is on another machine, as far as can be told.</summary>
    public static bool IsNetwork(string folder) => OperatingSystem.IsLinux() && MountRules.IsNetwork(Mount.Of(folder, ReadMounts()));

    // Two descriptors of one file have locks of their own, so one process is enough to see whether there are any.
    private static string? ProblemOfLocks(string folder)
    {
        string path = Path.Combine(folder, FormattableString.Invariant($".lock-probe-{Guid.NewGuid():N}"));
        try
        {
            using FileStream first = new(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            using FileStream second = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);

            // The runtime has taken shared locks already; without them the probe stands alone.
            return Try(first, Unlock) ?? Try(second, Unlock) ?? Try(first, LockAlone | AtOnce)
                ?? (Try(second, LockAlone | AtOnce) is null ? "its file system lets two lock one file at once." : null);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string? Try(FileStream file, int operation) =>
        NativeMethods.flock((int)file.SafeFileHandle.DangerousGetHandle(), operation) == 0
            ? null
            : $"its file system takes no locks ({Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}). Lustre needs the mount option 'flock'.";

    private static string[] ReadMounts()
    {
        try
        {
            return File.ReadAllLines("/proc/self/mountinfo");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The probe of locks is what is left.
            return [];
        }
    }

    private static class NativeMethods
    {
        [DllImport("libc", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int flock(int file, int operation);
    }
}
