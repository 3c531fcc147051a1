using System.Globalization;
using System.Text.RegularExpressions;

namespace Hypermax.Storage.Journal;

/// <summary>The file system that a folder is on, as Linux tells it.</summary>
/// <param name="Point">Where it is mounted.</param>
/// <param name="Kind">What it is, such as <c>nfs4</c>.</param>
/// <param name="Options">How it is mounted, such as <c>local_lock=none</c>.</param>
internal sealed record Mount(string Point, string Kind, IReadOnlyList<string> Options)
{
    /// <summary>Finds the file system of a folder.</summary>
    /// <param name="folder">The folder, in full.</param>
    /// <param name="lines">The lines of <c>/proc/self/mountinfo</c>.</param>
    public static Mount? Of(string folder, IEnumerable<string> lines) => lines
        .Select(Read)
        .OfType<Mount>()
        .Where(mount => Contains(mount.Point, folder))
        .Aggregate((Mount?)null, (deepest, mount) => deepest is null || mount.Point.Length >= deepest.Point.Length ? mount : deepest);

    // "36 35 98:0 /root /mnt rw,noatime shared:1 - nfs4 server:/export rw,local_lock=none": of equal points the later one hides the earlier.
    private static Mount? Read(string line)
    {
        string[] halves = line.Split(" - ", 2);
        string[] left = halves[0].Split(' ');
        string[] right = halves.Length == 2 ? halves[1].Split(' ') : [];
        return left.Length < 6 || right.Length < 3 ? null : new Mount(Unescape(left[4]), right[0], [.. left[5].Split(','), .. right[2].Split(',')]);
    }

    private static bool Contains(string point, string folder) =>
        point == "/" || folder == point || folder.StartsWith(point + "/", StringComparison.Ordinal);

    // Blanks and the like stand as octal numbers.
    private static string Unescape(string text) => Regex.Replace(
        text,
        @"\\(?<code>[0-7]{3})",
        match => ((char)Convert.ToInt32(match.Groups["code"].Value, 8)).ToString(CultureInfo.InvariantCulture),
        RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));
}
