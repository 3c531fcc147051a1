namespace Hypermax.Writing;

/// <summary>Replaces a file as a whole: readers see the old content or the new, never half of one.</summary>
internal static class AtomicFile
{
    private const int Piece = 1 << 16;

    /// <summary>Writes a file through a temporary one beside it; the old file stays when anything fails.</summary>
    /// <param name="path">The file; its folder is created when missing.</param>
    /// <param name="content">The new content.</param>
    /// <returns>Whether the file changed; an equal file keeps its time stamp, so that builds see it as up to date.</returns>
    public static bool Write(string path, ReadOnlyMemory<byte> content)
    {
        FileInfo file = new(path);
        return !(file.Exists && file.Length == content.Length && content.Span.SequenceEqual(File.ReadAllBytes(path)))
            && Replace(path, bufferSize: 0, stream => stream.Write(content.Span), _ => true);
    }

    /// <summary>Writes what an action produces, as it produces it: a table of a million trials is never in memory as a whole.</summary>
    /// <param name="path">The file; its folder is created when missing.</param>
    /// <param name="produce">Writes the new content; when it throws, the old file stays.</param>
    /// <returns>Whether the file changed; an equal file keeps its time stamp.</returns>
    public static bool Write(string path, Action<Stream> produce) =>
        Replace(path, Piece, produce, written => !HasContentOf(path, written));

    private static bool Replace(string path, int bufferSize, Action<Stream> produce, Predicate<string> isNew)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        string temporary = Path.Combine(folder, FormattableString.Invariant($".{Path.GetFileName(path)}.{Environment.ProcessId}.tmp"));
        try
        {
            // Neither this nor the renaming follows a link that somebody put there.
            File.Delete(temporary);
            using (FileStream stream = new(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize))
            {
                produce(stream);
            }

            if (!isNew(temporary))
            {
                File.Delete(temporary);
                return false;
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

    private static bool HasContentOf(string path, string other)
    {
        FileInfo file = new(path);
        if (!file.Exists || file.Length != new FileInfo(other).Length)
        {
            return false;
        }

        using FileStream a = file.OpenRead();
        using FileStream b = File.OpenRead(other);
        Span<byte> left = new byte[Piece];
        Span<byte> right = new byte[Piece];
        while (a.ReadAtLeast(left, Piece, throwOnEndOfStream: false) is int read and > 0)
        {
            if (b.ReadAtLeast(right[..read], read, throwOnEndOfStream: false) != read || !left[..read].SequenceEqual(right[..read]))
            {
                return false;
            }
        }

        return true;
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
