using Hypermax.Storage.Journal;

namespace Hypermax.Charts;

/// <summary>Gets the charts of a study from code.</summary>
public static class StudyChartExtensions
{
    /// <summary>Gets the charts of the study as it stands now; they do not change afterwards.</summary>
    /// <param name="study">The study; it may be searched meanwhile.</param>
    public static StudyCharts Charts(this Study study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return new StudyCharts(study.Header, study.Trials);
    }

    /// <summary>Gets the charts of a study that was read from its folder.</summary>
    /// <param name="snapshot">What the journal said.</param>
    /// <exception cref="ArgumentException">The journal has not begun yet.</exception>
    public static StudyCharts Charts(this JournalSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.Header is { } header
            ? new StudyCharts(header, snapshot.Trials)
            : throw new ArgumentException("The journal has no study yet. Read it again when its search has begun.", nameof(snapshot));
    }
}
