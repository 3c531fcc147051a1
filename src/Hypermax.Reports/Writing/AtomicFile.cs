namespace Hypermax.Writing;

/// <summary>Replaces a file as a whole: readers see the old content or the new, never half of one.</summary>
internal static class AtomicFile
{
    /// <summary>Writes a file through a temporary one beside it; the old file stays when anything fails.</summary>
    /// <param name="path">The file; its folder is created when missing.</param>
    /// <param name="content">The new content.</param>
    /// <returns>Whether the file changed; an equal file keeps its time stamp, so that builds see it as up to date.</returns>
    public static bool Write(string path, ReadOnlySpan<byte> content)
    {
        if (HasContent(path, content))
        {
            return false;
        }

        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        string temporary = Path.Combine(folder, FormattableString.Invariant($".{Path.GetFileName(path)}.{Environment.ProcessId}.tmp"));
        try
        {
            using (FileStream stream = new(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                stream.Write(content);
            }

            File.Move(temporary, path, overwrite: true);
            return true;
        }
        catch
        {
            TryDelete(temporary);
            throw;
        }
    }

    /// <summary>Writes what an action produces; see <see cref="Write(string, ReadOnlySpan{byte})"/>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="produce">Writes the new content; when it throws, the old file stays.</param>
    public static bool Write(string path, Action<Stream> produce)
    {
        using MemoryStream stream = new();
        produce(stream);
        return Write(path, stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    private static bool HasContent(string path, ReadOnlySpan<byte> content)
    {
        FileInfo file = new(path);
        return file.Exists && file.Length == content.Length && content.SequenceEqual(File.ReadAllBytes(path));
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The failure that brought us here is the one worth telling.
        }
    }
}
