using Hypermax.Dashboard.Access;
using Hypermax.Dashboard.Api;
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
        })
            .As(Role.Read, "listStudies", "Lists all studies, those of folders and of databases.")
            .Answers<StudyList>();
        routes.MapGet("/api/studies/{id}", (string id, StudyBoard board, CancellationToken cancellation) => Lookup.StudyAsync(
            board,
            id,
            (study, moment) => TypedResults.Json(StudyPages.Of(study, moment, StudyLabels.Of(study.Place)), DashboardJson.Default.StudyPage),
            cancellation))
            .As(
                Role.Read,
                "getStudy",
                "Gets the figures of a study, its space, and what runs.",
                "A study that has not begun, or cannot be read, is answered as well: its card says why.")
            .Answers<StudyPage>();
        routes.MapGet("/api/studies/{id}/summary", (string id, StudyBoard board, CancellationToken cancellation) => Lookup.BegunAsync(
            board, id, (study, moment) => Fragment(study.Charts.Slow.Of(moment, string.Empty), "summary", SummarySection.Write), cancellation))
            .As(Role.Read, "getSummary", "Gets the summary and the findings of the report, as a fragment of HTML.")
            .Sends("text/html");
        routes.MapGet("/api/studies/{id}/settings", (string id, StudyBoard board, CancellationToken cancellation) => Lookup.BegunAsync(
            board, id, (study, moment) => Fragment(study.Charts.Slow.Of(moment, string.Empty), "settings", SettingsSection.Write), cancellation))
            .As(Role.Read, "getSettings", "Gets the settings of the search and its space as the report has them, as a fragment of HTML.")
            .Sends("text/html");
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
                Summary = new StudySummary(data) { Waiting = set.Moment.Waiting.Count },
                Options = new ReportOptions { IsRunning = set.Moment.Owner is not null },
                Findings = name == "summary" ? set.Analysis.Findings : [],
            });
            return System.Text.Encoding.UTF8.GetBytes(text.ToString());
        }),
        "text/html; charset=utf-8");
}
