using Hypermax.Dashboard.Contracts;
using Hypermax.Dashboard.Live;
using Hypermax.Dashboard.Notes;
using Hypermax.Dashboard.Trials;
using Hypermax.Results;
using Hypermax.Spaces;
using Hypermax.Spaces.Ranges;
using Hypermax.Storage;
using Hypermax.Studies;
using Hypermax.Studies.Watching;
using Hypermax.Summary;

namespace Hypermax.Dashboard.Studies;

/// <summary>Makes what the page of a study shows besides trials and charts.</summary>
internal static class StudyPages
{
    public static StudyPage Of(LiveStudy study, StudyMoment moment, StudyLabel label)
    {
        StudyHeader? header = moment.Header;
        TrialRecord? best = moment.Counts.Best;
        ParameterWishes wishes = moment.Wishes;
        return new StudyPage(
            StudyCards.Of(study, moment, label),
            study.Place.Folder,
            MeansOf(study.Place.Means),
            moment.Owner,
            moment.Damaged,
            [.. (header?.Directions ?? []).Select(direction => direction.ToWord())],
            header is null ? [] : [.. header.Space.Parameters.Select((parameter, i) => Parameter(header.Space, parameter, i, best, wishes))],
            header is null ? [] : Columns(moment),
            RunningEntries.Of(study, moment),
            header is null ? [] : [.. Waiting(moment).Select(point => PointJson.Write(header.Space, point))],
            study.Charts.Quick.Version,
            study.Charts.Slow.Version);
    }

    private static MeansEntry MeansOf(StudyMeans means) => new(means.Actions, means.Refusal);

    private static ParameterEntry Parameter(SearchSpace space, Parameter parameter, int index, TrialRecord? best, ParameterWishes wishes)
    {
        NumericParameter? numeric = parameter as NumericParameter;
        CategoricalParameter? choices = parameter as CategoricalParameter;
        return new ParameterEntry(
            parameter.Name,
            numeric is null ? "choice" : numeric.IsInteger ? "int" : "float",
            Words.Range(parameter),
            numeric is null ? null : Numbers.OrNull(numeric.Low),
            numeric is null ? null : Numbers.OrNull(numeric.High),
            numeric?.IsLog == true,
            numeric?.Step,
            choices is null ? null : [.. Enumerable.Range(0, choices.Choices.Count).Select(choice => PointJson.ToText(choices, choice))],
            parameter.Default is double value ? PointJson.ToText(parameter, value) : null,
            best?.Point.Has(index) == true ? PointJson.ToText(parameter, best.Point[index]) : null,
            parameter.Conditions.Count == 0 ? null : string.Join(" and ", parameter.Conditions.Select(condition => Words.Condition(space, condition))),
            parameter.Description,
            WishOf(parameter, index, wishes));
    }

    private static string? WishOf(Parameter parameter, int index, ParameterWishes wishes) =>
        wishes.Fixed[index] is double value ? $"locked at {PointJson.ToText(parameter, value)}"
        : wishes.Guidance.Scrambled.Contains(index) ? "drawn at random"
        : wishes.Guidance.Relearned.Any(entry => entry.Key == index) ? "learned anew"
        : wishes.Ranges.FirstOrDefault(range => range.Parameter == index) is { } range && wishes.Ranges.Any(known => known.Parameter == index)
            ? $"from {PointJson.ToText(parameter, range.Low)} to {PointJson.ToText(parameter, range.High)}"
        : null;

    private static ColumnEntry[] Columns(StudyMoment moment)
    {
        ResultColumns names = new(moment.Header!, moment.Trials);
        HashSet<string> metrics = [.. names.MetricHeaders];
        HashSet<string> parameters = [.. names.ParameterHeaders];
        return
        [
            .. moment.Table.Columns.Select(column => new ColumnEntry(
                column.Name,
                metrics.Contains(column.Name) ? "metric" : parameters.Contains(column.Name) ? "parameter" : "fact",
                column.Texts is not null || column.Name is "method" or "stage" or "error",
                column.Texts)),
        ];
    }

    private static IEnumerable<Point> Waiting(StudyMoment moment) => moment.Steering.OfType<Steering.Enqueue>()
        .Where(wish => !moment.Trials.Skip(wish.FromTrial).Any(trial => trial.IsEnqueued && trial.Point.Equals(wish.Point)))
        .Select(wish => wish.Point);
}
