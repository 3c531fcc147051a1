namespace Hypermax.Files;

/// <summary>Opens files of a study so that nothing outside of its folder is ever written through a link in it.</summary>
internal static class PlainFile
{
    /// <summary>Creates a file in the place of whatever has its name; a link there is removed, its target is left alone.</summary>
    /// <param name="path">The file.</param>
    /// <param name="share">What others may do meanwhile.</param>
    public static FileStream Create(string path, FileShare share)
    {
        File.Delete(path);
        return new FileStream(path, FileMode.CreateNew, FileAccess.Write, share, bufferSize: 1);
    }

    /// <summary>Refuses a file that is kept and added to when a link stands in its place.</summary>
    /// <param name="path">The file; it need not exist.</param>
    /// <exception cref="IOException">It is a symbolic link.</exception>
    public static void RefuseLink(string path)
    {
        if (new FileInfo(path).LinkTarget is { } target)
        {
            throw new IOException(
                $"'{path}' is a symbolic link to '{target}'; the files of a study are never written through a link, for that would change another file. "
                + "Remove the link, or put the file itself in its place.");
        }
    }
}
