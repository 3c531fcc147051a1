using System.Runtime.InteropServices;
using Hypermax.Execution;

namespace Hypermax.Search;

/// <summary>The files, pipes included, that this process may have open at once; without enough of them the runtime itself fails in ways that nobody
/// understands.</summary>
internal static class OpenFiles
{
    /// <summary>What the runtime and a search without trials have open, with some to spare: about 90 were counted.</summary>
    private const int Base = 128;

    /// <summary>What a running trial needs, with some to spare while it starts: 6 were counted.</summary>
    private const int PerTrial = 12;

    /// <summary>Checks that the limit suffices for so many trials at once.</summary>
    /// <exception cref="ExecutorException">It does not; the message says what to raise.</exception>
    public static void Require(int workers)
    {
        if (Problem(Limit(), workers) is { } problem)
        {
            throw new ExecutorException(problem);
        }
    }

    /// <summary>Says what is wrong with a limit, or null.</summary>
    internal static string? Problem(long limit, int workers)
    {
        long need = Base + ((long)PerTrial * Math.Max(1, workers));
        return limit >= need
            ? null
            : FormattableString.Invariant($"This process may have {limit} files open, and a search with {Math.Max(1, workers)} trials at once needs up to ")
                + FormattableString.Invariant($"{need}. Raise the limit ('ulimit -n {Math.Max(1024, need)}'), or lower HypertuneWorkers.");
    }

    private static long Limit()
    {
        int resource = OperatingSystem.IsLinux() ? 7 : OperatingSystem.IsMacOS() ? 8 : -1;
        return resource >= 0 && NativeMethods.getrlimit(resource, out Pair limit) == 0 && limit.Soft <= long.MaxValue ? (long)limit.Soft : long.MaxValue;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Pair
    {
        public nuint Soft;
        public nuint Hard;
    }

    private static class NativeMethods
    {
        [DllImport("libc")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int getrlimit(int resource, out Pair limit);
    }
}
