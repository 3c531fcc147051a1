using System.Text.Json;
using Hypermax.Analysis;
using Hypermax.Charts;
using Hypermax.Dashboard.Access;
using Hypermax.Dashboard.Api;
using Hypermax.Dashboard.Contracts;
using Hypermax.Dashboard.Live;
using Hypermax.Dashboard.Notes;
using Hypermax.Dashboard.Studies;
using Hypermax.Dashboard.Trials;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Hypermax.Dashboard.Charts;

/// <summary>The charts of a study, of chosen axes, and of several studies.</summary>
internal static class ChartEndpoints
{
    /// <summary>What is said of the shelf that a chart is taken from.</summary>
    public const string Slow = "Whether the chart is taken from the moment of those that need an analysis; isQuick in the list says which do not.";

    /// <summary>What is said of the studies of a comparison.</summary>
    public const string Ids = "The ids of studies with commas between, at most six.";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/studies/{id}/charts", (
            string id, StudyBoard board, CancellationToken cancellation, [FromQuery] string? filter, [FromQuery] string? of) =>
            Lookup.BegunAsync(
                board,
                id,
                (study, moment) => TypedResults.Json(
                    of switch
                    {
                        null => ChartLists.OfQuick(study, moment, filter ?? string.Empty),
                        "parameters" => ChartLists.OfSlow(study, moment, filter ?? string.Empty),
                        _ => throw new FormatException($"'of' is '{of}'; it must be 'parameters'. Say that, or leave it out."),
                    },
                    DashboardJson.Default.ChartList),
                cancellation))
            .As(Role.Read, "listCharts", "Lists the charts that a study has now.")
            .Parameter("filter", EndpointWords.Filter)
            .Parameter("of", "Which charts: parameters for those that need an analysis of the parameters; those that follow at once where it is left out.")
            .Answers<ChartList>();
        routes.MapGet("/api/studies/{id}/chart", (
            string id, StudyBoard board, CancellationToken cancellation, [FromQuery] string name, [FromQuery] string? filter, [FromQuery] bool? slow) =>
            Lookup.BegunAsync(
                board,
                id,
                (study, moment) => ShelfOf(study, slow).Of(moment, filter ?? string.Empty).Get(name, ChartForm.Json) is { } chart
                    ? TypedResults.Bytes(chart, ChartForm.Json.Type)
                    : Lookup.None("chart"),
                cancellation))
            .As(
                Role.Read,
                "getChart",
                "Gets a chart as data to be drawn.",
                "docs/formats/chart.md describes the form.")
            .Parameter("name", "The name of the chart, as the list has it.")
            .Parameter("filter", EndpointWords.Filter)
            .Parameter("slow", Slow)
            .Answers<JsonElement>();
        routes.MapGet("/api/studies/{id}/chosen", (
            string id,
            StudyBoard board,
            CancellationToken cancellation,
            [FromQuery] string x,
            [FromQuery] string y,
            [FromQuery] string? color,
            [FromQuery] string? filter) => Lookup.BegunAsync(
                board,
                id,
                (study, moment) => TypedResults.Bytes(Chosen(study, moment, x, y, color, filter, ChartForm.Json), ChartForm.Json.Type),
                cancellation))
            .As(
                Role.Read,
                "getChosenChart",
                "Gets a chart of trials over two columns, coloured by a third.",
                "docs/formats/chart.md describes the form.")
            .Parameter("x", "The column across.")
            .Parameter("y", "The column up.")
            .Parameter("color", "The column of colours; the value where it is left out.")
            .Parameter("filter", EndpointWords.Filter)
            .Answers<JsonElement>();
        routes.MapGet("/api/studies/{id}/trials/{number:int}/chart", (string id, int number, StudyBoard board, CancellationToken cancellation) =>
            Lookup.BegunAsync(
                board,
                id,
                (_, moment) => TrialReportsChart.Create(moment, number) is { } chart
                    ? TypedResults.Bytes(ChartForm.Json.Write(chart), ChartForm.Json.Type)
                    : Lookup.None("chart"),
                cancellation))
            .As(
                Role.Read,
                "getTrialChart",
                "Gets the chart of what a trial reported at each step.",
                "docs/formats/chart.md describes the form. A trial that reported nothing has none.")
            .Answers<JsonElement>();
        routes.MapGet("/api/comparison", async ([FromQuery] string ids, StudyBoard board, CancellationToken cancellation) =>
            await CompareAsync(board, ids, cancellation).ConfigureAwait(false) is { Count: > 0 } charts
                ? TypedResults.Bytes(ChartForm.Together(charts), ChartForm.Json.Type)
                : Lookup.None("study"))
            .As(
                Role.Read,
                "compareStudies",
                "Gets the charts of several studies at once: best values, distributions, importances.",
                "docs/formats/chart.md describes the form. Studies that there are not, or that have not begun, are left out.")
            .Parameter("ids", Ids)
            .Answers<JsonElement>()
            .Refuses(StatusCodes.Status404NotFound);
    }

    /// <summary>Gets the shelf that a chart is taken from.</summary>
    public static ChartShelf ShelfOf(LiveStudy study, bool? isSlow) => isSlow == true ? study.Charts.Slow : study.Charts.Quick;

    /// <summary>Makes a chart of trials over two columns that somebody chose.</summary>
    /// <exception cref="FormatException">A column or the filter makes no sense.</exception>
    public static byte[] Chosen(LiveStudy study, StudyMoment moment, string x, string y, string? color, string? filter, ChartForm form)
    {
        ChartSet set = study.Charts.Quick.Of(moment, filter ?? string.Empty);
        return set.Once($"{form.Name}\n{x}\n{y}\n{color}", () => form.Write(ChosenAxes.Create(
            set.Moment.Data,
            set.Moment.Table,
            study.Selections.Of(set.Moment, new TrialsQuery(set.Filter, string.Empty, IsDescending: false)),
            x,
            y,
            color)));
    }

    /// <summary>Makes the charts of several studies; none where none of them is there and has begun.</summary>
    public static async Task<IReadOnlyList<Chart>> CompareAsync(StudyBoard board, string ids, CancellationToken cancellation)
    {
        List<(string Name, StudyMoment Moment, StudyAnalysis Analysis)> studies = [];
        foreach (string id in ids.Split(',').Distinct(StringComparer.Ordinal).Take(ComparisonCharts.Most))
        {
            if (await Lookup.FindAsync(board, id, cancellation).ConfigureAwait(false) is { } study && study.Use() is { Header: not null } moment)
            {
                string name = StudyLabels.Of(study.Place).Title ?? moment.Header.Name;
                name = studies.Exists(other => other.Name == name) ? study.Place.Title : name;
                studies.Add((name, moment, study.Charts.Slow.Of(moment, string.Empty).Analysis));
            }
        }

        return ComparisonCharts.Create(studies);
    }
}
