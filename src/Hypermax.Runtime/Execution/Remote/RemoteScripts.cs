using System.Globalization;
using System.Text;
using Hypermax.Execution.Command;
using Hypermax.Execution.Limits;

namespace Hypermax.Execution.Remote;

/// <summary>The small POSIX scripts that run on a host; nothing has to be installed there.</summary>
internal static class RemoteScripts
{
    /// <summary>The file that says which content a copied folder has.</summary>
    public const string ContentFile = ".hypermax-content";

    private static readonly Lazy<string> TrialScript = new(() =>
    {
        using Stream stream = typeof(RemoteScripts).Assembly.GetManifestResourceStream("Hypermax.Execution.Remote.remote.sh")!;
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    });

    /// <summary>Makes the line after which the standard error of a trial says what it used, and no longer what it printed.</summary>
    public static byte[] EndMark(string mark) => Encoding.ASCII.GetBytes($"\u001ehypermax-{mark}\n");

    /// <summary>Makes what the lines begin with that say what a trial uses while it runs.</summary>
    public static byte[] UseMark(string mark) => Encoding.ASCII.GetBytes($"\u001ehypermax-{mark} ");

    /// <summary>Makes the script of one trial.</summary>
    public static string Trial(
        string? folder, string mark, int slot, IEnumerable<KeyValuePair<string, string?>> environment, string command, TrialLimits limits, bool tells) =>
        TrialScript.Value
        .Replace("@CD@", ChangeFolder(folder), StringComparison.Ordinal)
        .Replace("@MARKED@", Marked(mark), StringComparison.Ordinal)
        .Replace("@MARK@", mark, StringComparison.Ordinal)
        .Replace("@SLOT@", slot.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace(
            "@ENVIRONMENT@",
            string.Concat(
                environment.Where(variable => variable.Value is not null).Select(variable => $" {variable.Key}={CommandLine.Quote(variable.Value!)}")),
            StringComparison.Ordinal)
        .Replace("@GRACE@", Math.Ceiling(limits.Grace.TotalSeconds).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("@MEMORY@", (limits.MemoryBytes ?? 0).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("@CPU@", Math.Ceiling(limits.CpuTime?.TotalMilliseconds ?? 0).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("@TELLS@", tells ? "1" : "0", StringComparison.Ordinal)
        .Replace("@PAUSE@", RemoteRules.Measures(limits) ? "0.3" : "2", StringComparison.Ordinal)
        .Replace("@COMMAND@", CommandLine.Quote(command), StringComparison.Ordinal);

    /// <summary>Makes the script that ends a trial's processes, wherever they went, and waits until they are gone.</summary>
    public static string Kill(string mark) => $$"""
        {{Marked(mark)}}
        for round in 1 2 3 4 5 6 7 8 9 10; do
          found=
          for process in $(hypermax_marked); do
            found=1
            kill -KILL "$process" 2>/dev/null
          done
          [ -n "$found" ] || exit 0
          sleep 0.05 2>/dev/null || sleep 1
        done
        exit 1
        """;

    /// <summary>Makes the script that tells whether a host can run trials, and measure them where that is needed.</summary>
    public static string Check(string? folder, bool measures) => ChangeFolder(folder)
        + (measures ? "\n[ -r /proc/self/stat ] && command -v awk >/dev/null && command -v getconf >/dev/null || exit 125" : string.Empty)
        + "\necho hypermax-ready";

    /// <summary>Makes the script that prints which content a copied folder has.</summary>
    public static string ReadContent(string folder) => $"cat {CommandLine.Quote(folder)}/{ContentFile} 2>/dev/null || true";

    /// <summary>Makes the script that unpacks a folder from standard input and notes its content.</summary>
    public static string Unpack(string folder) => $"mkdir -p {CommandLine.Quote(folder)} && tar -C {CommandLine.Quote(folder)} -xf -";

    /// <summary>Makes the script that notes which content a copied folder has.</summary>
    public static string WriteContent(string folder, string hash) => $"echo {hash} >{CommandLine.Quote(folder)}/{ContentFile}";

    // The shell function that prints the ids of all processes of a trial. One grep looks through all environments; the small
    // ones that stop at the first zero byte get them line by line, at two processes for each that the host runs.
    private static string Marked(string mark) => $$"""
        if printf 'a\0b' | grep -qF b; then
          hypermax_marked() {
            grep -lsF 'HYPERMAX_REMOTE_TREE={{mark}}' /proc/[0-9]*/environ 2>/dev/null | while IFS=/ read -r _ _ process _; do echo "$process"; done
          }
        else
          hypermax_marked() {
            for process in /proc/[0-9]*; do
              tr '\0' '\n' 2>/dev/null <"$process/environ" | grep -qx 'HYPERMAX_REMOTE_TREE={{mark}}' && echo "${process#/proc/}"
            done 2>/dev/null
          }
        fi
        """;

    // A tilde is the user's home there only as long as it is not quoted.
    private static string ChangeFolder(string? folder) => folder is null ? string.Empty
        : folder.StartsWith("~/", StringComparison.Ordinal) ? $"cd ~/{CommandLine.Quote(folder[2..])} || exit 126"
        : $"cd {CommandLine.Quote(folder)} || exit 126";
}
