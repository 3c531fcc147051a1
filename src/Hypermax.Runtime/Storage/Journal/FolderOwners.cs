using System.Diagnostics;
using System.Globalization;
using System.Text;
using Hypermax.Files;
using Hypermax.ProcessTable;

namespace Hypermax.Storage.Journal;

/// <summary>Who works on the study of a folder, for people: a line for each process, in a file beside the lock that counts.</summary>
/// <remarks>Whoever leaves takes its line along; of one that was killed here the line is passed over, and removed by the next that comes.</remarks>
internal static class FolderOwners
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "study.owner";

    private const int MostNamed = 4;

    // Others write for microseconds.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    /// <summary>Adds this process; only one that holds the lock of the folder does so.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="shared">Whether others may hold it too; otherwise what they left is removed.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Join(string folder, bool shared) => Change(folder, owners => [.. shared ? owners.Where(IsThere) : [], ProcessName.Self]);

    /// <summary>Removes this process, which still holds the lock.</summary>
    /// <param name="folder">The folder.</param>
    public static void Leave(string folder)
    {
        try
        {
            Change(folder, owners =>
            {
                List<string> others = [.. owners];
                others.Remove(ProcessName.Self);
                return others;
            });
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // For people only: it is a name too many.
        }
    }

    /// <summary>Gets the processes that are there, as records name them.</summary>
    /// <param name="folder">The folder.</param>
    public static IReadOnlyList<string> Read(string folder)
    {
        string path = Path.Combine(folder, FileName);
        long started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                using FileStream file = PlainFile.OpenRead(path);
                return [.. Lines(file).Where(IsThere).Distinct(StringComparer.Ordinal)];
            }
            catch (IOException error) when (FolderLock.IsHeld(error) && Stopwatch.GetElapsedTime(started) < Patience)
            {
                Thread.Sleep(5);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                return [];
            }
        }
    }

    /// <summary>Names processes for people.</summary>
    /// <param name="owners">The processes, as records name them.</param>
    public static string Words(IReadOnlyList<string> owners)
    {
        string names = string.Join(", ", owners.Take(MostNamed).Select(Name));
        return owners.Count switch
        {
            0 => "another process",
            1 => names,
            _ => string.Create(CultureInfo.InvariantCulture, $"{owners.Count} workers ({names}{(owners.Count > MostNamed ? " and others" : string.Empty)})"),
        };
    }

    private static bool IsThere(string owner) => ProcessName.HasEnded(owner) != true;

    private static string Name(string owner) => owner.Split('/') is [var machine, var id, _] ? $"process {id} on {machine}" : owner;

    private static void Change(string folder, Func<IReadOnlyList<string>, IReadOnlyList<string>> change)
    {
        string path = Path.Combine(folder, FileName);
        IReadOnlyList<string> known = [];
        long started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                PlainFile.Unlink(path);
                using FileStream file = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
                if (!file.CanSeek)
                {
                    // A pipe, from which nobody would ever read to the end.
                    File.Delete(path);
                    continue;
                }

                Write(file, change([.. known, .. Lines(file)]));
                return;
            }
            catch (IOException error) when (FolderLock.IsHeld(error))
            {
                if (Stopwatch.GetElapsedTime(started) > Patience)
                {
                    return;
                }

                Thread.Sleep(5);
            }
            catch (UnauthorizedAccessException) when (known.Count == 0 && Read(folder) is { Count: > 0 } others)
            {
                // The file of another user, in a folder that both may write to.
                known = others;
                File.Delete(path);
            }
        }
    }

    private static string[] Lines(FileStream file)
    {
        using StreamReader reader = new(file, leaveOpen: true);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    // Never empty meanwhile, for those who only read.
    private static void Write(FileStream file, IReadOnlyList<string> owners)
    {
        byte[] text = Encoding.UTF8.GetBytes(string.Concat(owners.Select(owner => owner + "\n")));
        file.Position = 0;
        file.Write(text);
        file.SetLength(text.Length);
    }
}
