using System.Diagnostics;
using System.Globalization;
using Hypermax.Files;

namespace Hypermax.Storage.Journal;

/// <summary>The lock by which one search owns a study folder; the operating system lets go of it when the process ends, however it ends.</summary>
/// <remarks>
/// An orderly end removes the lock's files. Only a process that holds the lock alone does so, and whoever gets hold of a lock
/// file that was removed meanwhile takes the next one: so no two processes ever hold locks on different files.
/// </remarks>
internal sealed class FolderLock : IDisposable
{
    private const string LockName = "study.lock";

    /// <summary>How long one that shares waits for one that is just removing the lock.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    /// <summary>How long one that wants it alone waits for one that only looks whether somebody has it, which takes microseconds.</summary>
    private static readonly TimeSpan PatienceAlone = TimeSpan.FromMilliseconds(100);

    private readonly string _folder;
    private readonly FileStream _lock;
    private readonly bool _shared;
    private readonly bool _isNetwork;

    private FolderLock(string folder, FileStream file, bool shared)
    {
        _folder = folder;
        _lock = file;
        _shared = shared;
        _isNetwork = shared && SharedFolder.IsNetwork(folder);
    }

    // Elsewhere nothing tells whether an open file still has a name, so there the lock stays, empty.
    private static bool CanRemove => OperatingSystem.IsLinux() || OperatingSystem.IsWindows();

    /// <summary>Takes the lock: alone, or together with others that also share.</summary>
    /// <exception cref="StudyInUseException">Another process has it.</exception>
    public static FolderLock Take(string folder, bool shared)
    {
        string path = Path.Combine(folder, LockName);
        PlainFile.RefuseLink(path);
        long started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                FileStream file = Open(path, FileMode.OpenOrCreate, shared);
                if (HasName(file))
                {
                    return Owned(folder, file, shared);
                }

                file.Dispose();
            }
            catch (IOException error) when (IsHeld(error))
            {
                if (Stopwatch.GetElapsedTime(started) > (shared ? Patience : PatienceAlone))
                {
                    throw new StudyInUseException(folder, FolderOwners.Words(FolderOwners.Read(folder)));
                }

                Thread.Sleep(10);
            }
        }
    }

    /// <summary>Tells whether somebody searches a folder at this moment, and who that is for people; null when nobody does.</summary>
    public static string? OwnerOf(string folder)
    {
        try
        {
            using FileStream file = Open(Path.Combine(folder, LockName), FileMode.Open, shared: false);
            return null;
        }
        catch (IOException error) when (IsHeld(error))
        {
            return FolderOwners.Words(FolderOwners.Read(folder));
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Tells whether a file could not be opened because somebody has it, which passes.</summary>
    // EWOULDBLOCK of flock on Linux and macOS, ERROR_SHARING_VIOLATION on Windows.
    public static bool IsHeld(IOException error) => (error.HResult & 0xFFFF) is 11 or 35 or 32;

    public void Dispose()
    {
        if (_shared)
        {
            FolderOwners.Leave(_folder);
            _lock.Dispose();
            if (_isNetwork)
            {
                // Of a file that another machine removed nothing here tells that it has no name any more.
                return;
            }
        }

        using (FileStream? alone = _shared ? TryTakeAlone() : _lock)
        {
            if (alone is null || !CanRemove || !HasName(alone))
            {
                return;
            }

            TryDelete(FolderOwners.FileName);
            TryDelete(JournalTurns.FileName);
            if (OperatingSystem.IsLinux())
            {
                TryDelete(LockName);
            }
        }

        if (OperatingSystem.IsWindows())
        {
            // Refused by the system while anybody has it open.
            TryDelete(LockName);
        }
    }

    private static FolderLock Owned(string folder, FileStream file, bool shared)
    {
        try
        {
            FolderOwners.Join(folder, shared);
            return new FolderLock(folder, file, shared);
        }
        catch
        {
            // A disk that is full must not leave the folder locked by a study that was never opened.
            file.Dispose();
            throw;
        }
    }

    // A shared lock needs a file that is open for reading alone: over NFS the system takes none on one that may be written to.
    private static FileStream Open(string path, FileMode mode, bool shared) =>
        new(path, mode, shared ? FileAccess.Read : FileAccess.ReadWrite, shared ? FileShare.ReadWrite : FileShare.None);

    // Whoever removed the lock may do so between our opening and our locking of it.
    private static bool HasName(FileStream file) =>
        !OperatingSystem.IsLinux()
        || new FileInfo(string.Create(CultureInfo.InvariantCulture, $"/proc/self/fd/{file.SafeFileHandle.DangerousGetHandle()}")).LinkTarget?.EndsWith(
            " (deleted)", StringComparison.Ordinal) != true;

    private FileStream? TryTakeAlone()
    {
        try
        {
            return Open(Path.Combine(_folder, LockName), FileMode.Open, shared: false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Others are still there, or were faster.
            return null;
        }
    }

    private void TryDelete(string name)
    {
        try
        {
            File.Delete(Path.Combine(_folder, name));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // An empty file more in the folder.
        }
    }
}
