using System.Globalization;
using System.Runtime.InteropServices;

namespace Hypermax.Execution.Slots;

/// <summary>The processor cores that this process may use, and the pinning of processes that it starts; on Linux.</summary>
internal static class CoreAffinity
{
    /// <summary>What the C library calls CPU_SETSIZE; machines with more cores are not pinned.</summary>
    private const int MostCores = 1024;

    /// <summary>Gets the numbers of the cores that this thread may run on, in order; empty where the system does not say.</summary>
    public static IReadOnlyList<int> Allowed()
    {
        byte[] mask = new byte[MostCores / 8];
        return OperatingSystem.IsLinux() && NativeMethods.sched_getaffinity(0, mask.Length, mask) >= 0
            ? [.. Enumerable.Range(0, MostCores).Where(core => (mask[core / 8] & (1 << (core % 8))) != 0)]
            : [];
    }

    /// <summary>Runs an action that starts a process; the process inherits the cores, from its first instruction on and with all its threads.</summary>
    /// <remarks>Cores that this process may not use itself are passed over; where none is left, nothing is pinned.</remarks>
    /// <param name="cores">The cores as <c>taskset -c</c> takes them, such as <c>4-7</c>; null for all.</param>
    /// <param name="start">Starts the process, on this thread.</param>
    public static T Pinned<T>(string? cores, Func<T> start)
    {
        IReadOnlyList<int> before = cores is null ? [] : Allowed();
        int[] wanted = cores is null ? [] : [.. Parse(cores).Intersect(before)];
        if (wanted.Length == 0)
        {
            return start();
        }

        // A new process has the cores of the thread that starts it.
        Set(wanted);
        try
        {
            return start();
        }
        finally
        {
            Set(before);
        }
    }

    /// <summary>Writes cores as <c>taskset -c</c> takes them: <c>4-7</c>, <c>1,3</c>.</summary>
    public static string Format(IReadOnlyList<int> cores)
    {
        List<string> ranges = [];
        for (int i = 0; i < cores.Count; i++)
        {
            int first = i;
            while (i + 1 < cores.Count && cores[i + 1] == cores[i] + 1)
            {
                i++;
            }

            ranges.Add(
                first == i ? cores[i].ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{cores[first]}-{cores[i]}"));
        }

        return string.Join(',', ranges);
    }

    /// <summary>Reads what <see cref="Format"/> writes; what is of another form is passed over.</summary>
    public static IEnumerable<int> Parse(string cores)
    {
        foreach (string range in cores.Split(',', StringSplitOptions.TrimEntries))
        {
            string[] ends = range.Split('-');
            if (ends.Length <= 2
                && int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out int first)
                && int.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture, out int last))
            {
                for (int core = first; core <= last && core < MostCores; core++)
                {
                    yield return core;
                }
            }
        }
    }

    private static void Set(IEnumerable<int> cores)
    {
        byte[] mask = new byte[MostCores / 8];
        foreach (int core in cores)
        {
            mask[core / 8] |= (byte)(1 << (core % 8));
        }

        _ = NativeMethods.sched_setaffinity(0, mask.Length, mask);
    }

    private static class NativeMethods
    {
        [DllImport("libc")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int sched_getaffinity(int thread, nint size, byte[] mask);

        [DllImport("libc")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int sched_setaffinity(int thread, nint size, byte[] mask);
    }
}
