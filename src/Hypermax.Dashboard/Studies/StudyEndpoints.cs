using Hypermax.Dashboard.Access;
using Hypermax.Dashboard.Charts;
using Hypermax.Dashboard.Contracts;
using Hypermax.Dashboard.Live;
using Hypermax.Dashboard.Notes;
using Hypermax.Html;
using Hypermax.Reports;
using Hypermax.Summary;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Hypermax.Dashboard.Studies;

/// <summary>The list of studies, the figures of one, and the parts of the report that are words.</summary>
internal static class StudyEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/studies", async (StudyBoard board, CancellationToken cancellation) =>
        {
            await board.ReadAllAsync(cancellation).ConfigureAwait(false);
            return TypedResults.Json(
                new StudyList(board.Version, [.. board.Studies.Select(study => StudyCards.Of(study, StudyLabels.Of(study.Place)))], board.Notices),
                DashboardJson.Default.StudyList);
        }).WithMetadata(new Needs(Role.Read));
        routes.MapGet("/api/studies/{id}", (string id, StudyBoard board, CancellationToken cancellation) => Lookup.StudyAsync(
            board,
            id,
            (study, moment) => TypedResults.Json(StudyPages.Of(study, moment, StudyLabels.Of(study.Place)), DashboardJson.Default.StudyPage),
            cancellation)).WithMetadata(new Needs(Role.Read));
        routes.MapGet("/api/studies/{id}/summary", (string id, StudyBoard board, CancellationToken cancellation) => Lookup.BegunAsync(
            board, id, (study, moment) => Fragment(study.Charts.Slow.Of(moment, string.Empty), "summary", SummarySection.Write), cancellation))
            .WithMetadata(new Needs(Role.Read));
        routes.MapGet("/api/studies/{id}/settings", (string id, StudyBoard board, CancellationToken cancellation) => Lookup.BegunAsync(
            board, id, (study, moment) => Fragment(study.Charts.Slow.Of(moment, string.Empty), "settings", SettingsSection.Write), cancellation))
            .WithMetadata(new Needs(Role.Read));
    }

    // Every text of a study is escaped by the writer of the report.
    private static FileContentHttpResult Fragment(ChartSet set, string name, Action<HtmlWriter, ReportPage> write) => TypedResults.Bytes(
        set.Once(name, () =>
        {
            StudyData data = set.Moment.Data;
            using StringWriter text = new(System.Globalization.CultureInfo.InvariantCulture);
            write(new HtmlWriter(text), new ReportPage
            {
                Data = data,
                Summary = new StudySummary(data),
                Options = new ReportOptions { IsRunning = set.Moment.Owner is not null },
                Findings = name == "summary" ? set.Analysis.Findings : [],
            });
            return System.Text.Encoding.UTF8.GetBytes(text.ToString());
        }),
        "text/html; charset=utf-8");
}
