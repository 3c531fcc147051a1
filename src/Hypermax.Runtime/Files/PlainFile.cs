using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Hypermax.Files;

/// <summary>Opens files of a study so that nothing outside of its folder is ever written through a link in it, and nobody waits for a pipe in their
/// place.</summary>
internal static class PlainFile
{
    /// <summary>Opens a file for reading, whoever else writes it meanwhile.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">There is none, or it is a pipe or the like, which would let its reader wait for ever.</exception>
    public static FileStream OpenRead(string path)
    {
        if (OpenAtOnce(path) is not { } handle)
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        }

        FileStream stream = new(handle, FileAccess.Read, bufferSize: 0);
        RequireOrdinary(stream, path);
        return stream;
    }

    /// <summary>Refuses what is no ordinary file, and closes it.</summary>
    /// <param name="stream">The open file.</param>
    /// <param name="path">Its path.</param>
    /// <exception cref="IOException">It is a pipe or the like.</exception>
    public static void RequireOrdinary(FileStream stream, string path)
    {
        if (!stream.CanSeek)
        {
            stream.Dispose();
            throw new IOException(
                $"'{path}' is no ordinary file but a pipe or the like, whose reader might wait for ever. Remove it, or put the file itself in its place.");
        }
    }

    /// <summary>Creates a file in the place of whatever has its name; a link there is removed, its target is left alone.</summary>
    /// <param name="path">The file.</param>
    /// <param name="share">What others may do meanwhile.</param>
    public static FileStream Create(string path, FileShare share)
    {
        File.Delete(path);
        return new FileStream(path, FileMode.CreateNew, FileAccess.Write, share, bufferSize: 1);
    }

    /// <summary>Removes a link that stands in the place of a file; its target is left alone.</summary>
    /// <param name="path">The file; it need not exist.</param>
    public static void Unlink(string path)
    {
        if (new FileInfo(path).LinkTarget is not null)
        {
            File.Delete(path);
        }
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

    // Opening a pipe waits for somebody at its other end, unless one says otherwise. Null where that cannot be said, or the ordinary way tells what is wrong.
    private static SafeFileHandle? OpenAtOnce(string path)
    {
        // O_NONBLOCK and O_CLOEXEC; O_RDONLY is 0.
        int flags = OperatingSystem.IsLinux() ? 0x800 | 0x80000 : OperatingSystem.IsMacOS() ? 0x4 | 0x1000000 : -1;
        if (flags < 0 || Directory.Exists(path))
        {
            return null;
        }

        int descriptor = NativeMethods.open(Encoding.UTF8.GetBytes(path + "\0"), flags);
        return descriptor < 0 ? null : new SafeFileHandle(descriptor, ownsHandle: true);
    }

    private static class NativeMethods
    {
        [DllImport("libc")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int open(byte[] path, int flags);
    }
}
