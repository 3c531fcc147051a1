using Hypermax.Files;

namespace Hypermax.Dashboard.Sources;

/// <summary>Reads and writes files in the folder of a study, and only there: whoever may write to the folder could put a link in it to what only the
/// server may read.</summary>
internal static class StudyFiles
{
    // As many links as the system itself would follow.
    private const int MostLinks = 40;

    /// <summary>Tells whether a file, which need not be there, lies in the folder when all links on the way are followed.</summary>
    /// <param name="folder">The folder; what leads to it is not looked at.</param>
    /// <param name="name">The path of the file within it.</param>
    public static bool IsWithin(string folder, string name)
    {
        int links = 0;
        return IsWithin(Path.GetFullPath(folder), name, ref links);
    }

    /// <summary>Refuses a file that does not lie in the folder.</summary>
    /// <exception cref="IOException">A link on the way leads out of the folder.</exception>
    public static void RequireWithin(string folder, string name)
    {
        if (!IsWithin(folder, name))
        {
            throw new IOException(
                $"'{name}' is reached through a link that leads out of the folder of the study, and such links are not followed here. "
                + "Put the file itself in the folder, or remove the link.");
        }
    }

    /// <summary>Opens a file for reading.</summary>
    /// <exception cref="IOException">It is not there, lies elsewhere, or is no ordinary file.</exception>
    public static FileStream OpenRead(string folder, string name)
    {
        RequireWithin(folder, name);
        return PlainFile.OpenRead(Path.Combine(folder, name));
    }

    /// <summary>Makes sure that lines can be added to a file.</summary>
    /// <exception cref="IOException">It lies elsewhere, or is no ordinary file.</exception>
    public static void RequireOwn(string folder, string name)
    {
        RequireWithin(folder, name);
        if (File.Exists(Path.Combine(folder, name)))
        {
            PlainFile.OpenRead(Path.Combine(folder, name)).Dispose();
        }
    }

    private static bool IsWithin(string root, string name, ref int links)
    {
        string at = root;
        foreach (string part in name.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar))
        {
            at = Path.Combine(at, part);
            if (new FileInfo(at).LinkTarget is not { } target)
            {
                continue;
            }

            string aim = Path.GetFullPath(target, Path.GetDirectoryName(at)!);
            string way = Path.GetRelativePath(root, aim);
            if (++links > MostLinks || way == ".." || way.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal) || Path.IsPathRooted(way)
                || !IsWithin(root, way, ref links))
            {
                return false;
            }
        }

        return true;
    }
}
