using System.Globalization;
using Hypermax.Dashboard.Access;
using Hypermax.Dashboard.Api;
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

/// <summary>The table of trials, those that run, trials whole, and what they printed.</summary>
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
                cancellation))
            .As(Role.Read, "listTrials", "Gets a page of the table of trials, filtered and sorted.")
            .Parameter("filter", EndpointWords.Filter)
            .Parameter("sort", "The column to sort by; the number of the trial where it is left out.")
            .Parameter("falling", "Whether the largest come first.")
            .Parameter("from", "The first row, from 0.")
            .Parameter("count", "How many rows, at most 500; 50 where it is left out.")
            .Parameter("column", "The columns to show, in this order; all where it is left out.")
            .Parameter("numbers", "The only trials to show: numbers with commas between.")
            .Answers<TrialPageRows>();
        routes.MapGet("/api/studies/{id}/running", (string id, StudyBoard board, CancellationToken cancellation) => Lookup.StudyAsync(
            board,
            id,
            (study, moment) => TypedResults.Json(RunningEntries.Of(study, moment), DashboardJson.Default.IReadOnlyListRunningEntry),
            cancellation))
            .As(Role.Read, "listRunning", "Gets the trials of a study that run or wait to be run again, at most 64: what each reported, printed and uses.")
            .Answers<IReadOnlyList<RunningEntry>>();
        routes.MapGet("/api/studies/{id}/trials/{number:int}", (string id, int number, StudyBoard board, CancellationToken cancellation) => Lookup.BegunAsync(
            board,
            id,
            (study, moment) => moment.Find(number) is { } trial
                ? TypedResults.Json(TrialPages.Of(study, moment, trial), DashboardJson.Default.TrialWhole)
                : Lookup.None("trial"),
            cancellation))
            .As(Role.Read, "getTrial", "Gets a trial with everything that is known of it.")
            .Answers<TrialWhole>();
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
            cancellation))
            .As(Role.Read, "compareTrials", "Gets several trials of a study, at most twelve; numbers that there are not are left out.")
            .Parameter("numbers", "The trials: numbers with commas between.")
            .Answers<IReadOnlyList<TrialWhole>>();
        routes.MapGet("/api/studies/{id}/trials/{number:int}/log", (
            string id, int number, StudyBoard board, CancellationToken cancellation, [FromQuery] int? lines) => Lookup.BegunAsync(
                board,
                id,
                (study, moment) => TypedResults.Json(
                    new LogText(moment.Find(number) is null ? null : TrialLogs.Tail(study.Place, number, Math.Clamp(lines ?? 200, 1, MostLines))),
                    DashboardJson.Default.LogText),
                cancellation))
            .As(Role.Read, "getLog", "Gets the last lines that a trial printed.")
            .Parameter("lines", "How many lines, at most 2000; 200 where it is left out.")
            .Answers<LogText>();
    }

    private static int[]? NumbersOf(string? text) => string.IsNullOrEmpty(text) ? null :
    [
        .. text.Split(',').Select(word => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw new FormatException($"'{word}' is no number of a trial; write whole numbers with commas between.")),
    ];
}
