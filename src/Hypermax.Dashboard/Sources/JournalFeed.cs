using System.Collections.Frozen;
using Hypermax.Storage;
using Hypermax.Storage.Journal;
using Hypermax.Studies.Guiding;
using Hypermax.Studies.Watching;

namespace Hypermax.Dashboard.Sources;

/// <summary>Follows the journal in a folder; only what is new is read.</summary>
internal sealed class JournalFeed : IStudyFeed
{
    private static readonly TimeSpan StatusWait = TimeSpan.FromSeconds(1.5);

    private readonly string _folder;
    private readonly string _title;
    private readonly JournalTail _tail;

    /// <summary>Opens the journal; nothing is read yet.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="title">What people call it.</param>
    /// <exception cref="StudyGoneException">It has no journal.</exception>
    /// <exception cref="IOException">What it has is a link that leads out of it, or no ordinary file.</exception>
    public JournalFeed(string folder, string title)
    {
        (_folder, _title) = (folder, title);
        StudyFiles.RequireWithin(folder, JournalStore.FileName);
        _tail = OrGone(() => new JournalTail(folder));
    }

    public StudyHeader? Header => _tail.Tables.Header;

    public IReadOnlyList<TrialRecord> Trials => [.. _tail.Tables.Trials.Where(trial => !trial.IsLost)];

    public IReadOnlyList<Steering> Steering => [.. _tail.Tables.Steering];

    public int Damaged => _tail.Damaged;

    public bool ReadNew() => OrGone(_tail.ReadNew);

    public IReadOnlyList<TrialReport> ReportsOf(int number) => _tail.ReportsOf(number);

    public string? Owner() => FolderLock.OwnerOf(_folder);

    // Where nobody says who he is, as in a folder that only another user may read, everybody passes for working.
    public IReadOnlySet<int> Waiting()
    {
        int[] running = [.. _tail.Tables.Trials.Where(trial => !trial.IsFinished).Select(trial => trial.Number)];
        IReadOnlyList<string> owners = running.Length == 0 ? [] : FolderOwners.Read(_folder);
        return owners.Count == 0
            ? FrozenSet<int>.Empty
            : running.Where(number => _tail.OwnerOf(number) is { } owner && !owners.Contains(owner, StringComparer.Ordinal)).ToFrozenSet();
    }

    // A folder that may only be read still shows everything but the plan of its search.
    public GuideStatus? AskStatus()
    {
        try
        {
            StudyFiles.RequireWithin(_folder, GuideBox.Name);
            return GuideClient.AskStatus(_folder, StatusWait);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException)
        {
            return null;
        }
    }

    public void Dispose() => _tail.Dispose();

    private T OrGone<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException or JournalLostException)
        {
            throw new StudyGoneException($"The study is no longer at '{_title}': its folder was deleted, moved or replaced.", error);
        }
    }
}
