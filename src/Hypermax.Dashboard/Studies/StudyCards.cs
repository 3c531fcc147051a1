using Hypermax.Dashboard.Contracts;
using Hypermax.Dashboard.Live;
using Hypermax.Dashboard.Notes;
using Hypermax.Summary;

namespace Hypermax.Dashboard.Studies;

/// <summary>Makes the figures of a study that lists show.</summary>
internal static class StudyCards
{
    public static StudyCard Of(LiveStudy study, StudyLabel label) => Of(study, study.Moment, label);

    public static StudyCard Of(LiveStudy study, StudyMoment moment, StudyLabel label)
    {
        StudyCounts counts = moment.Counts;
        int counted = counts.Finished - counts.Added;
        int? planned = moment.Search is { Planned: > 0 and < int.MaxValue } search ? search.Planned : null;
        return new StudyCard(
            study.Place.Id,
            study.Place.Title,
            moment.Header?.Name ?? study.Place.Title,
            moment.State,
            moment.Trouble,
            moment.Version,
            counts.Finished,
            moment.Running,
            counts.Failed,
            planned,
            counted,
            counts.Best is { } best ? Numbers.OrNull(best.Value) : null,
            moment.Header?.ObjectiveName(0),
            counts.Best?.Number,
            Numbers.OrNull(counts.PerMinute),
            planned is int all ? Pace.Left(counts.PerMinute, all - counted)?.TotalSeconds : null,
            counts.Last,
            moment.Header?.Method,
            moment.Header?.Space.Count ?? 0,
            moment.Header?.Directions.Count ?? 0,
            label.Title,
            label.Tags,
            label.IsArchived);
    }
}
