using Hypermax.Charts;
using Hypermax.Dashboard.Access;
using Hypermax.Dashboard.Api;
using Hypermax.Dashboard.Downloads;
using Hypermax.Dashboard.Live;
using Hypermax.Dashboard.Studies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Hypermax.Dashboard.Charts;

/// <summary>Charts as files to take along: pictures, and the numbers behind them.</summary>
internal static class ChartFileEndpoints
{
    private const string Form = "One of svg, png, csv: a vector picture, one of pixels, or the numbers that it shows.";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/studies/{id}/chart.{form}", (
            string id,
            string form,
            StudyBoard board,
            CancellationToken cancellation,
            [FromQuery] string name,
            [FromQuery] string? filter,
            [FromQuery] bool? slow) => Lookup.BegunAsync(
                board,
                id,
                (study, moment) => ChartForm.Find(form) is { } found
                    && ChartEndpoints.ShelfOf(study, slow).Of(moment, filter ?? string.Empty).Get(name, found) is { } chart
                    ? File(chart, found, moment.Header!.Name, name)
                    : Lookup.None("chart"),
                cancellation))
            .As(Role.Read, "downloadChart", "Downloads a chart.")
            .Parameter("form", Form)
            .Parameter("name", "The name of the chart, as the list has it.")
            .Parameter("filter", EndpointWords.Filter)
            .Parameter("slow", ChartEndpoints.Slow)
            .Sends("image/svg+xml", "image/png", "text/csv");
        routes.MapGet("/api/studies/{id}/chosen.{form}", (
            string id,
            string form,
            StudyBoard board,
            CancellationToken cancellation,
            [FromQuery] string x,
            [FromQuery] string y,
            [FromQuery] string? color,
            [FromQuery] string? filter) => Lookup.BegunAsync(
                board,
                id,
                (study, moment) => ChartForm.Find(form) is { } found
                    ? File(ChartEndpoints.Chosen(study, moment, x, y, color, filter, found), found, moment.Header!.Name, "chosen")
                    : Lookup.None("chart"),
                cancellation))
            .As(Role.Read, "downloadChosenChart", "Downloads a chart of trials over two columns, coloured by a third.")
            .Parameter("form", Form)
            .Parameter("x", "The column across.")
            .Parameter("y", "The column up.")
            .Parameter("color", "The column of colours; the value where it is left out.")
            .Parameter("filter", EndpointWords.Filter)
            .Sends("image/svg+xml", "image/png", "text/csv");
        routes.MapGet("/api/studies/{id}/trials/{number:int}/chart.{form}", (
            string id, int number, string form, StudyBoard board, CancellationToken cancellation) => Lookup.BegunAsync(
                board,
                id,
                (_, moment) => ChartForm.Find(form) is { } found && TrialReportsChart.Create(moment, number) is { } chart
                    ? File(found.Write(chart), found, moment.Header!.Name, chart.Spec.Name)
                    : Lookup.None("chart"),
                cancellation))
            .As(Role.Read, "downloadTrialChart", "Downloads the chart of what a trial reported at each step.")
            .Parameter("form", Form)
            .Sends("image/svg+xml", "image/png", "text/csv");
        routes.MapGet("/api/comparison.{form}", async (
            string form, [FromQuery] string ids, [FromQuery] string name, StudyBoard board, CancellationToken cancellation) =>
        {
            ChartForm? found = ChartForm.Find(form);
            Chart? chart = found is null ? null
                : (await ChartEndpoints.CompareAsync(board, ids, cancellation).ConfigureAwait(false)).FirstOrDefault(chart => chart.Spec.Name == name);
            return chart is null ? Lookup.None("chart") : File(found!.Write(chart), found, "comparison", name);
        })
            .As(Role.Read, "downloadComparison", "Downloads a chart of several studies.")
            .Parameter("form", Form)
            .Parameter("ids", ChartEndpoints.Ids)
            .Parameter("name", "The name of the chart: history, distribution or importances.")
            .Sends("image/svg+xml", "image/png", "text/csv")
            .Refuses(StatusCodes.Status404NotFound);
    }

    private static FileContentHttpResult File(byte[] chart, ChartForm form, string study, string name) =>
        TypedResults.Bytes(chart, form.Type, FileNames.OfChart(study, name, form.Name));
}
