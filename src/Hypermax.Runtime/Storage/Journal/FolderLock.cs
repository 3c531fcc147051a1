using System.Diagnostics;
using System.Globalization;

namespace Hypermax.Storage.Journal;

/// <summary>The lock by which one search owns a study folder; the operating system lets go of it when the process ends, however it ends.</summary>
internal sealed class FolderLock : IDisposable
{
    private const string LockName = "study.lock";
    private const string OwnerName = "study.owner";

    private readonly FileStream _lock;

    private FolderLock(FileStream file) => _lock = file;

    /// <summary>Takes the lock: alone, or together with others that also share.</summary>
    /// <exception cref="StudyInUseException">Another process has it.</exception>
    public static FolderLock Take(string folder, bool shared)
    {
        FileStream? file = null;
        try
        {
            file = new(Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, shared ? FileShare.ReadWrite : FileShare.None);
            WriteOwner(Path.Combine(folder, OwnerName));
            return new FolderLock(file);
        }
        catch (IOException error) when (IsHeld(error))
        {
            throw new StudyInUseException(folder, Owner(folder));
        }
        catch
        {
            // A disk that is full must not leave the folder locked by a study that was never opened.
            file?.Dispose();
            throw;
        }
    }

    /// <summary>Tells whether a file could not be opened because somebody has it, which passes.</summary>
    // EWOULDBLOCK of flock on Linux and macOS, ERROR_SHARING_VIOLATION on Windows.
    public static bool IsHeld(IOException error) => (error.HResult & 0xFFFF) is 11 or 35 or 32;

    public void Dispose() => _lock.Dispose();

    // For people only: several that share may write it at the same moment, and whoever is last is as good an answer.
    private static void WriteOwner(string path)
    {
        try
        {
            File.WriteAllText(path, string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} on {Environment.MachineName}"));
        }
        catch (IOException error) when (IsHeld(error))
        {
            // One of the others is writing.
        }
    }

    private static string Owner(string folder)
    {
        try
        {
            string owner = File.ReadAllText(Path.Combine(folder, OwnerName));
            return owner.Length == 0 ? "another process" : owner;
        }
        catch (IOException)
        {
            return "another process";
        }
    }
}
