using Hypermax.Storage;
using Hypermax.Storage.Journal;
using Hypermax.Studies.Guiding;

namespace Hypermax.Dashboard.Sources;

/// <summary>Follows the journal in a folder; only what is new is read.</summary>
internal sealed class JournalFeed(string folder) : IStudyFeed
{
    private static readonly TimeSpan StatusWait = TimeSpan.FromSeconds(1.5);

    private readonly JournalTail _tail = new(folder);

    public StudyHeader? Header => _tail.Tables.Header;

    public IReadOnlyList<TrialRecord> Trials => [.. _tail.Tables.Trials.Where(trial => !trial.IsLost)];

    public IReadOnlyList<Steering> Steering => [.. _tail.Tables.Steering];

    public int Damaged => _tail.Damaged;

    public bool ReadNew() => _tail.ReadNew();

    public IReadOnlyList<TrialReport> ReportsOf(int number) => _tail.ReportsOf(number);

    public string? Owner() => FolderLock.OwnerOf(folder);

    // A folder that may only be read still shows everything but the plan of its search.
    public GuideStatus? AskStatus()
    {
        try
        {
            return GuideClient.AskStatus(folder, StatusWait);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException)
        {
            return null;
        }
    }

    public void Dispose() => _tail.Dispose();
}
