using Hypermax.Reports;
using Hypermax.Storage;
using Hypermax.Storage.Journal;
using Hypermax.Stores;
using Hypermax.Studies;
using Hypermax.Studies.Guiding;
using Hypermax.Summary;

namespace Hypermax.Folder;

/// <summary>Where a study stands: what its journal says, and what a running search says of itself.</summary>
internal sealed class FolderStatus
{
    private FolderStatus(JournalSnapshot study, string? owner, int workers, GuideStatus? search)
    {
        Data = new StudyData(study.Header!, study.Trials);
        (Owner, Workers, Search) = (owner, workers, search);
        Wishes = ParameterWishes.Of(study.Steering);
        Waiting =
        [
            .. study.Steering.OfType<Steering.Enqueue>()
                .Where(wish => !study.Trials.Any(trial => trial.Number >= wish.FromTrial && trial.IsEnqueued && trial.Point.Equals(wish.Point)))
                .Select(wish => wish.Point),
        ];
        PerMinute = Pace.PerMinute(study.Trials);
    }

    /// <summary>Gets the study.</summary>
    public StudyData Data { get; }

    /// <summary>Gets who searches, for people, or null when nobody does.</summary>
    public string? Owner { get; }

    /// <summary>Gets how many processes search; 0 when nobody does.</summary>
    public int Workers { get; }

    /// <summary>Gets what the search says of itself, or null when it does not answer.</summary>
    public GuideStatus? Search { get; }

    /// <summary>Gets what people want of the parameters.</summary>
    public ParameterWishes Wishes { get; }

    /// <summary>Gets the points that wait to be tried.</summary>
    public IReadOnlyList<Point> Waiting { get; }

    /// <summary>Gets how many trials began in a process that is gone and wait to be run again by those who search; 0 where that is not known.</summary>
    public int ToBeRunAgain { get; private init; }

    /// <summary>Gets the figures of the study.</summary>
    public StudySummary Summary => new(Data) { Waiting = ToBeRunAgain };

    /// <summary>Gets the trials a minute lately, or NaN.</summary>
    public double PerMinute { get; }

    /// <summary>Gets the trials that count towards the budget and are finished.</summary>
    public int Counted => Data.Finished.Count(trial => !trial.IsAdded);

    /// <summary>Gets the time left at the pace of late, or null; a search that is paused or ending has none.</summary>
    public TimeSpan? Left => Search is { IsPaused: false, IsStopping: false } search ? Pace.Left(PerMinute, search.Planned - Counted) : null;

    /// <summary>Reads the status.</summary>
    /// <param name="folder">The folder of a study.</param>
    /// <param name="wait">How long to wait for a running search to answer.</param>
    public static FolderStatus Read(string folder, TimeSpan wait)
    {
        JournalSnapshot study = Folders.Read(folder);
        if (StoreMark.Read(folder) is { } mark)
        {
            long workers = mark.Workers();
            GuideStatus? there = workers == 0 ? null : StudyGuide.Ask(folder, new GuideRequest(GuideAction.Status), wait).Answer.Status;
            return new FolderStatus(study, mark.Searchers(workers), (int)workers, there);
        }

        if (FolderLock.OwnerOf(folder) is not { } owner)
        {
            return new FolderStatus(study, owner: null, workers: 0, search: null);
        }

        GuideStatus? search = GuideClient.Ask(folder, new GuideRequest(GuideAction.Status), wait).Answer.Status;
        IReadOnlyList<string> owners = FolderOwners.Read(folder);
        return new FolderStatus(study, owner, Math.Max(1, owners.Count), search)
        {
            ToBeRunAgain = owners.Count == 0 ? 0 : study.Owners.Values.Count(process => !owners.Contains(process, StringComparer.Ordinal)),
        };
    }
}
