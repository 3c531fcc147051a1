namespace Hypermax.Execution.Slurm;

/// <summary>Options of <c>sbatch</c> by which jobs are kept account of, and those that make no job of a script; nobody else may give them.</summary>
internal static class OwnOptions
{
    private const int ShortestName = 4;

    private static readonly string[] Names =
        ["--job-name", "-J", "--array", "-a", "--output", "-o", "--comment", "--wait", "-W", "--wrap", "--test-only"];

    /// <summary>Gets the one that a text of options has, as it is written there; null where there is none.</summary>
    /// <param name="options">One option or several, with their values.</param>
    public static string? Of(string options) => options.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(NameOf).FirstOrDefault(IsOwn);

    private static string NameOf(string word) => word.StartsWith("--", StringComparison.Ordinal) ? word.Split('=')[0] : word[..Math.Min(2, word.Length)];

    // sbatch takes the beginning of a long name for the whole.
    private static bool IsOwn(string name) => name.Length >= ShortestName && name.StartsWith("--", StringComparison.Ordinal)
        ? Array.Exists(Names, own => own.StartsWith(name, StringComparison.Ordinal))
        : Names.Contains(name, StringComparer.Ordinal);
}
