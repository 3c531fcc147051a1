using System.Globalization;
using System.Text;

namespace Hypermax.Conformance;

/// <summary>Finds processes that a test left behind, without the help of the code under test.</summary>
public static class Survivors
{
    /// <summary>The environment variable that marks the processes of one test.</summary>
    public const string Variable = "HYPERMAX_CONFORMANCE_RUN";

    /// <summary>Gets the living processes that carry a mark, and those of their sessions and process groups.</summary>
    /// <param name="mark">The mark.</param>
    /// <returns>Name and id of each; empty on systems without /proc.</returns>
    public static IReadOnlyList<string> Of(string mark)
    {
        if (!Directory.Exists("/proc/self"))
        {
            return [];
        }

        (int Id, int Group, int Session, string Name)[] all = [.. Processes()];
        HashSet<int> marked = [.. all.Where(process => IsMarked(process.Id, mark)).Select(process => process.Id)];
        HashSet<int> groups = [.. all.Where(process => marked.Contains(process.Id)).SelectMany(process => new[] { process.Group, process.Session })];
        groups.Remove(0);

        // Trials that were started without a session of their own share ours with the runner of the tests and the shell it was started from.
        foreach ((int _, int group, int session, string _) in all.Where(process => process.Id == Environment.ProcessId))
        {
            groups.ExceptWith([group, session]);
        }

        return [
            .. all.Where(
                process => marked.Contains(process.Id)
                    || (process.Id != Environment.ProcessId && (groups.Contains(process.Group) || groups.Contains(process.Session)))).Select(
                        process => $"{process.Name} {process.Id.ToString(CultureInfo.InvariantCulture)}"),
        ];
    }

    private static IEnumerable<(int Id, int Group, int Session, string Name)> Processes()
    {
        foreach (string folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out int id)
                || Read(folder + "/stat") is not { Length: > 0 } stat)
            {
                continue;
            }

            int end = stat.LastIndexOf(')');
            string[] fields = stat[(end + 2)..].Split(' ');
            if (fields[0] is not ("Z" or "X"))
            {
                yield return (
                    id,
                    int.Parse(fields[2], CultureInfo.InvariantCulture),
                    int.Parse(fields[3], CultureInfo.InvariantCulture),
                    stat[(stat.IndexOf('(', StringComparison.Ordinal) + 1)..end]);
            }
        }
    }

    // One that has emptied its environment may have the mark in its command line.
    private static bool IsMarked(int process, string mark) =>
        Read(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/cmdline")).Contains(mark, StringComparison.Ordinal)
        || Read(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/environ")).Split('\0').Contains($"{Variable}={mark}", StringComparer.Ordinal);

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path, Encoding.UTF8);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return string.Empty;
        }
    }
}
