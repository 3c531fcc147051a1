using System.Collections.Frozen;
using System.Diagnostics;
using Hypermax.Storage;
using Hypermax.Storage.Journal;
using Hypermax.Studies.Guiding;
using Hypermax.Studies.Watching;

namespace Hypermax.Dashboard.Sources;

/// <summary>Follows the journal in a folder; only what is new is read.</summary>
internal sealed class JournalFeed : IStudyFeed
{
    private static readonly TimeSpan StatusWait = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan BetweenOwners = TimeSpan.FromSeconds(1);

    private readonly string _folder;
    private readonly string _title;
    private readonly JournalTail _tail;
    private IReadOnlyList<string> _owners = [];
    private long _ownersReadAt;

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
        (int Number, string? Owner)[] running =
            [.. _tail.Tables.Trials.Where(trial => !trial.IsFinished).Select(trial => (trial.Number, _tail.OwnerOf(trial.Number)))];
        if (Array.Exists(running, IsElsewhere) || Stopwatch.GetElapsedTime(_ownersReadAt) > BetweenOwners)
        {
            (_owners, _ownersReadAt) = (FolderOwners.Read(_folder), Stopwatch.GetTimestamp());
        }

        return _owners.Count == 0 ? FrozenSet<int>.Empty : running.Where(IsElsewhere).Select(trial => trial.Number).ToFrozenSet();

        bool IsElsewhere((int Number, string? Owner) trial) => trial.Owner is { } owner && !_owners.Contains(owner, StringComparer.Ordinal);
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
