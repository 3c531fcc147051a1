using Hypermax.Files;
using Hypermax.ProcessTable;

namespace Hypermax.Execution.Usages;

/// <summary>Reads what the running trials of a study use, whichever processes run them.</summary>
/// <remarks>
/// What a killed process left is passed over: of this machine at once; of another one it counts only while it is seen to change, since clocks of machines
/// differ. Safe to use from several threads at once.
/// </remarks>
/// <param name="studyFolder">The folder of the study.</param>
/// <param name="clock">Tells how long nothing has changed.</param>
/// <param name="open">Opens a file of the study by its name within the folder; null for the ordinary way.</param>
internal sealed class UsageReader(string studyFolder, TimeProvider clock, Func<string, FileStream>? open = null) : IUsageLook
{
    private const int MostFiles = 4096;
    private const long MostBytes = 1 << 23;

    private static readonly TimeSpan BetweenReads = TimeSpan.FromMilliseconds(100);

    // More than the longest pause of a writer on a slow file system.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly object _gate = new();
    private Dictionary<string, (long Stamp, long? ChangedAt)> _seen = new(StringComparer.Ordinal);
    private IReadOnlyDictionary<int, RunningUsage> _last = new Dictionary<int, RunningUsage>();
    private long? _readAt;

    /// <inheritdoc/>
    public IReadOnlyDictionary<int, RunningUsage> Read()
    {
        lock (_gate)
        {
            if (_readAt is not long before || clock.GetElapsedTime(before) >= BetweenReads)
            {
                _readAt = clock.GetTimestamp();
                _last = ReadAll();
            }

            return _last;
        }
    }

    private Dictionary<int, RunningUsage> ReadAll()
    {
        Dictionary<string, (long Stamp, long? ChangedAt)> seen = new(StringComparer.Ordinal);
        long left = MostBytes;
        Dictionary<int, RunningUsage> usages = UsageSheet.Join(
            Names().Select(name => TryRead(name, ref left)).OfType<UsageSheet>().Where(sheet => IsLiving(sheet, seen)));
        _seen = seen;
        return usages;
    }

    private bool IsLiving(UsageSheet sheet, Dictionary<string, (long Stamp, long? ChangedAt)> seen)
    {
        if (ProcessName.HasEnded(sheet.Process) is not { } hasEnded)
        {
            bool isKnown = _seen.TryGetValue(sheet.Process, out (long Stamp, long? ChangedAt) before);
            long? changedAt = !isKnown ? null : before.Stamp == sheet.Stamp ? before.ChangedAt : clock.GetTimestamp();
            seen[sheet.Process] = (sheet.Stamp, changedAt);
            return changedAt is long at && clock.GetElapsedTime(at) <= Patience;
        }

        return !hasEnded;
    }

    private IEnumerable<string> Names()
    {
        try
        {
            return
            [
                .. Directory.EnumerateFiles(Path.Combine(studyFolder, UsageFile.FolderName), "*" + UsageFile.Extension)
                    .Take(MostFiles).Select(path => Path.Combine(UsageFile.FolderName, Path.GetFileName(path))),
            ];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private UsageSheet? TryRead(string name, ref long left)
    {
        try
        {
            using FileStream file = open is null ? PlainFile.OpenRead(Path.Combine(studyFolder, name)) : open(name);
            if (file.Length > Math.Min(left, UsageSheet.MostBytes))
            {
                return null;
            }

            left -= file.Length;
            return UsageSheet.TryRead(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It has just been removed, or is none that may be read.
            return null;
        }
    }
}
