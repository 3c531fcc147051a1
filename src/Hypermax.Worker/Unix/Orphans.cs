using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Hypermax.Worker.Unix;

/// <summary>Processes whose parents have ended: they become children of the worker, so that no daemon, whatever it does to its session and its environment,
/// leaves the worker's tree.</summary>
/// <remarks>Linux only. The worker is a process of ours, so that nobody else's idea of its children is changed.</remarks>
internal static class Orphans
{
    private const int SetChildSubreaper = 36;
    private const int DoNotWait = 1;

    /// <summary>The runtime takes its own children off the kernel's list at once; one that is still there after so long is nobody's.</summary>
    private static readonly TimeSpan Old = TimeSpan.FromSeconds(5);

    private static readonly Dictionary<int, long> FirstSeenDead = [];

    /// <summary>Becomes the parent of every descendant whose own parent ends.</summary>
    public static void Adopt()
    {
        if (OperatingSystem.IsLinux())
        {
            _ = NativeMethods.prctl(SetChildSubreaper, 1, 0, 0, 0);
        }
    }

    /// <summary>Takes adopted processes that have ended off the kernel's list; between trials, for it looks at files.</summary>
    public static void Reap()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        int[] dead = [.. Children().Where(IsDead)];
        foreach (int gone in FirstSeenDead.Keys.Except(dead).ToArray())
        {
            FirstSeenDead.Remove(gone);
        }

        foreach (int process in dead)
        {
            if (FirstSeenDead.TryAdd(process, Stopwatch.GetTimestamp()) || Stopwatch.GetElapsedTime(FirstSeenDead[process]) < Old)
            {
                continue;
            }

            _ = NativeMethods.waitpid(process, IntPtr.Zero, DoNotWait);
        }
    }

    // Adopted processes belong to the first thread of the process.
    private static IEnumerable<int> Children() =>
        Read(string.Create(CultureInfo.InvariantCulture, $"/proc/self/task/{Environment.ProcessId}/children"))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(id => int.Parse(id, CultureInfo.InvariantCulture));

    private static bool IsDead(int process)
    {
        string stat = Read(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat"));
        return stat.AsSpan(stat.LastIndexOf(')') + 1).TrimStart().StartsWith("Z");
    }

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return string.Empty;
        }
    }

    private static class NativeMethods
    {
        [DllImport("libc")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int prctl(int option, nint a2, nint a3, nint a4, nint a5);

        [DllImport("libc")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int waitpid(int process, IntPtr status, int options);
    }
}
