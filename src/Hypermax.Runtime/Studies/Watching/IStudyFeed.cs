using System.Collections.Frozen;
using Hypermax.Storage;
using Hypermax.Studies.Guiding;

namespace Hypermax.Studies.Watching;

/// <summary>Follows one study without disturbing those who work on it.</summary>
/// <remarks>Called from one thread at a time, but for <see cref="AskStatus"/>.</remarks>
internal interface IStudyFeed : IDisposable
{
    /// <summary>Gets what the study is, or null while it has not begun.</summary>
    StudyHeader? Header { get; }

    /// <summary>Gets the trials by number, those whose point is lost left out; a list of its own at every call.</summary>
    IReadOnlyList<TrialRecord> Trials { get; }

    /// <summary>Gets what people told the study to do, oldest first; a list of its own at every call.</summary>
    IReadOnlyList<Steering> Steering { get; }

    /// <summary>Gets how many records were damaged and passed over.</summary>
    int Damaged { get; }

    /// <summary>Reads what is new.</summary>
    /// <returns>Whether anything was.</returns>
    /// <exception cref="StudyAwayException">The study cannot be reached for the time being; the feed may be asked again.</exception>
    /// <exception cref="StudyGoneException">The study is not there any more; it may be followed anew.</exception>
    /// <exception cref="IOException">The study cannot be read any more; it may be followed anew.</exception>
    /// <exception cref="JournalFormatException">It is none, or of a newer version.</exception>
    bool ReadNew();

    /// <summary>Gets the intermediate values of a trial that has not ended.</summary>
    IReadOnlyList<TrialReport> ReportsOf(int number);

    /// <summary>Tells who searches, for people, or null when nobody does.</summary>
    string? Owner();

    /// <summary>Gets the numbers of the trials that began in a process that is gone and wait to be run again by those who search now; none where that is
    /// not known.</summary>
    IReadOnlySet<int> Waiting() => FrozenSet<int>.Empty;

    /// <summary>Asks the search where it stands; null when it does not say.</summary>
    GuideStatus? AskStatus();
}
