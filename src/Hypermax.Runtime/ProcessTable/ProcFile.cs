using System.Buffers.Text;
using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace Hypermax.ProcessTable;

/// <summary>Reads the small files of Linux's /proc without garbage.</summary>
internal static class ProcFile
{
    /// <summary>Reads the beginning of a file.</summary>
    /// <param name="path">The path.</param>
    /// <param name="buffer">Where to; what does not fit is cut.</param>
    /// <returns>How many bytes; 0 when the process is gone or not ours.</returns>
    public static int Read(string path, Span<byte> buffer)
    {
        try
        {
            using SafeFileHandle file = File.OpenHandle(path);
            int length = 0;
            while (length < buffer.Length && RandomAccess.Read(file, buffer[length..], length) is > 0 and int count)
            {
                length += count;
            }

            return length;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    /// <summary>Opens a file that is read again and again; reading it anew costs one call to the kernel.</summary>
    /// <returns>The handle, or null when the process is gone or not ours.</returns>
    public static SafeFileHandle? TryOpen(string path)
    {
        try
        {
            return File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Reads an open file from its beginning; the kernel makes its content anew each time.</summary>
    /// <returns>How many bytes; 0 when the process has ended, even if its id has been given to another since.</returns>
    public static int Read(SafeFileHandle file, Span<byte> buffer)
    {
        try
        {
            return RandomAccess.Read(file, buffer, 0);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    /// <summary>Gets the number that follows a label, such as the figures of /proc/meminfo.</summary>
    public static long NumberAfter(ReadOnlySpan<byte> text, ReadOnlySpan<byte> label)
    {
        int at = text.IndexOf(label);
        return at >= 0 && Utf8Parser.TryParse(text[(at + label.Length)..].TrimStart((byte)' '), out long value, out _) ? value : 0;
    }

    /// <summary>Gets the ids of the processes or threads a folder lists.</summary>
    public static IEnumerable<int> Ids(string folder)
    {
        IEnumerator<string> names;
        try
        {
            names = Directory.EnumerateDirectories(folder).GetEnumerator();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            yield break;
        }

        using (names)
        {
            while (MoveNext(names))
            {
                if (int.TryParse(names.Current.AsSpan(names.Current.LastIndexOf('/') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int id))
                {
                    yield return id;
                }
            }
        }
    }

    private static bool MoveNext(IEnumerator<string> names)
    {
        try
        {
            return names.MoveNext();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
