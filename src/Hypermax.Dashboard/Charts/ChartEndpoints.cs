using Hypermax.Analysis;
using Hypermax.Dashboard.Access;
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
    private const string Json = "application/json; charset=utf-8";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/studies/{id}/charts", (
            string id, StudyBoard board, CancellationToken cancellation, [FromQuery] string? filter, [FromQuery] string? of) =>
            Lookup.BegunAsync(
                board,
                id,
                (study, moment) => TypedResults.Json(
                    of == "parameters"
                        ? ChartLists.OfParameters(study, moment, filter ?? string.Empty)
                        : ChartLists.OfStudy(study, moment, filter ?? string.Empty),
                    DashboardJson.Default.ChartList),
                cancellation)).WithMetadata(new Needs(Role.Read));
        routes.MapGet("/api/studies/{id}/chart", (
            string id, StudyBoard board, CancellationToken cancellation, [FromQuery] string name, [FromQuery] string? filter, [FromQuery] bool? slow) =>
            Lookup.BegunAsync(
                board,
                id,
                (study, moment) => ShelfOf(study, slow).Of(moment, filter ?? string.Empty).Json(name) is { } chart
                    ? TypedResults.Bytes(chart, Json)
                    : Lookup.None("chart"),
                cancellation)).WithMetadata(new Needs(Role.Read));
        routes.MapGet("/api/studies/{id}/chart.svg", (
            string id, StudyBoard board, CancellationToken cancellation, [FromQuery] string name, [FromQuery] string? filter, [FromQuery] bool? slow) =>
            Lookup.BegunAsync(
                board,
                id,
                (study, moment) => ShelfOf(study, slow).Of(moment, filter ?? string.Empty).Svg(name) is { } chart
                    ? TypedResults.Bytes(chart, "image/svg+xml")
                    : Lookup.None("chart"),
                cancellation)).WithMetadata(new Needs(Role.Read));
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
                (study, moment) =>
                {
                    ChartSet set = study.Charts.Quick.Of(moment, filter ?? string.Empty);
                    return TypedResults.Bytes(
                        set.Once($"{x}\n{y}\n{color}", () => ChartSet.Write(ChosenAxes.Create(
                            set.Moment.Data,
                            set.Moment.Table,
                            study.Selections.Of(set.Moment, new TrialsQuery(set.Filter, string.Empty, IsDescending: false)),
                            x,
                            y,
                            color))),
                        Json);
                },
                cancellation)).WithMetadata(new Needs(Role.Read));
        routes.MapGet("/api/comparison", async ([FromQuery] string ids, StudyBoard board, CancellationToken cancellation) =>
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

            return studies.Count == 0 ? Lookup.None("study") : TypedResults.Bytes(ComparisonCharts.Create(studies), Json);
        }).WithMetadata(new Needs(Role.Read));
    }

    private static ChartShelf ShelfOf(LiveStudy study, bool? isSlow) => isSlow == true ? study.Charts.Slow : study.Charts.Quick;
}
