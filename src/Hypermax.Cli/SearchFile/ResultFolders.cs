using System.Globalization;

namespace Hypermax.SearchFile;

/// <summary>The result folders of a name: <c>results_0</c>, <c>results_1</c> …</summary>
internal static class ResultFolders
{
    /// <summary>Gets the folders that exist, the newest first.</summary>
    /// <param name="directory">The beginning of their names, perhaps with a path.</param>
    public static IReadOnlyList<(int Number, string Path)> Of(string directory)
    {
        (string parent, string name) = Split(directory);
        return !Directory.Exists(parent) ? [] :
        [
            .. Directory.GetDirectories(parent)
                .Select(path => (Number: NumberOf(Path.GetFileName(path), name), Path: path))
                .Where(folder => folder.Number >= 0)
                .OrderByDescending(folder => folder.Number)
                .Select(folder => (folder.Number, Shown(directory, folder.Number))),
        ];
    }

    /// <summary>Gets the folder of the next search, which does not exist yet.</summary>
    /// <param name="directory">The beginning of its name.</param>
    public static (int Number, string Path) Next(string directory)
    {
        int number = Of(directory) is [(int newest, _), ..] ? newest + 1 : 0;
        return (number, Shown(directory, number));
    }

    private static string Shown(string directory, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{Path.TrimEndingDirectorySeparator(directory)}_{number}");

    private static (string Parent, string Name) Split(string directory)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
        return (Path.GetDirectoryName(full) ?? full, Path.GetFileName(full));
    }

    // Names such as results_old are somebody's own.
    private static int NumberOf(string folder, string name) =>
        folder.StartsWith(name + "_", StringComparison.Ordinal)
            && int.TryParse(folder.AsSpan(name.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : -1;
}
