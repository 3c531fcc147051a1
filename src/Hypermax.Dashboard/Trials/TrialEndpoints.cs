using System.Globalization;
using Hypermax.Dashboard.Access;
using Hypermax.Dashboard.Contracts;
using Hypermax.Dashboard.Live;
using Hypermax.Dashboard.Studies;
using Hypermax.Execution;
using Hypermax.Results;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Hypermax.Dashboard.Trials;

/// <summary>The table of trials, trials whole, and what they printed.</summary>
internal static class TrialEndpoints
{
    private const int MostLines = 2000;
    private const int MostCompared = 12;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/studies/{id}/trials", (
            string id,
            StudyBoard board,
            CancellationToken cancellation,
            [FromQuery] string? filter,
            [FromQuery] string? sort,
            [FromQuery] bool? falling,
            [FromQuery] int? from,
            [FromQuery] int? count,
            [FromQuery] string[]? column,
            [FromQuery] string? numbers) => Lookup.BegunAsync(
                board,
                id,
                (study, moment) => TypedResults.Json(
                    TrialRows.Of(
                        study,
                        moment,
                        new TrialsQuery(filter ?? string.Empty, sort ?? string.Empty, falling == true, NumbersOf(numbers)),
                        from ?? 0,
                        count ?? 50,
                        column is { Length: > 0 } ? column : null),
                    DashboardJson.Default.TrialPageRows),
                cancellation)).WithMetadata(new Needs(Role.Read));
        routes.MapGet("/api/studies/{id}/trials/{number:int}", (string id, int number, StudyBoard board, CancellationToken cancellation) => Lookup.BegunAsync(
            board,
            id,
            (study, moment) => moment.Find(number) is { } trial
                ? TypedResults.Json(TrialPages.Of(study, moment, trial), DashboardJson.Default.TrialWhole)
                : Lookup.None("trial"),
            cancellation)).WithMetadata(new Needs(Role.Read));
        routes.MapGet("/api/studies/{id}/compare", (
            string id, [FromQuery] string numbers, StudyBoard board, CancellationToken cancellation) => Lookup.BegunAsync(
            board,
            id,
            (study, moment) => TypedResults.Json<IReadOnlyList<TrialWhole>>(
                [
                    .. (NumbersOf(numbers) ?? []).Take(MostCompared).Select(moment.Find).OfType<TrialRecord>()
                        .Select(trial => TrialPages.Of(study, moment, trial)),
                ],
                DashboardJson.Default.IReadOnlyListTrialWhole),
            cancellation)).WithMetadata(new Needs(Role.Read));
        routes.MapGet("/api/studies/{id}/trials/{number:int}/log", (
            string id, int number, StudyBoard board, CancellationToken cancellation, [FromQuery] int? lines) => Lookup.BegunAsync(
                board,
                id,
                (study, moment) => TypedResults.Json(
                    new LogText(moment.Find(number) is null ? null : TrialLogs.Tail(study.Place, number, Math.Clamp(lines ?? 200, 1, MostLines))),
                    DashboardJson.Default.LogText),
                cancellation)).WithMetadata(new Needs(Role.Read));
    }

    private static int[]? NumbersOf(string? text) => string.IsNullOrEmpty(text) ? null :
    [
        .. text.Split(',').Select(word => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw new FormatException($"'{word}' is no number of a trial; write whole numbers with commas between.")),
    ];
}
