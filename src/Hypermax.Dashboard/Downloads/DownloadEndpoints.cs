using Hypermax.Analysis;
using Hypermax.Dashboard.Access;
using Hypermax.Dashboard.Api;
using Hypermax.Dashboard.Live;
using Hypermax.Dashboard.Studies;
using Hypermax.Dashboard.Trials;
using Hypermax.Export;
using Hypermax.Html;
using Hypermax.Reports;
using Hypermax.Results;
using Hypermax.Summary;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Hypermax.Dashboard.Downloads;

/// <summary>Files to take along, made of the study as it is now; nothing is written to its folder.</summary>
internal static class DownloadEndpoints
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/studies/{id}/download/{file}", (
        string id, string file, StudyBoard board, CancellationToken cancellation, [FromQuery] string? filter) => Lookup.BegunAsync(
            board,
            id,
            (study, moment) =>
            {
                IReadOnlyList<TrialRecord> trials = study.Selections.Of(moment, new TrialsQuery(filter ?? string.Empty, string.Empty, IsDescending: false));
                return file switch
                {
                    "results.csv" => Of(moment, file, "text/csv", stream => ResultsCsvWriter.Write(stream, moment.Header!, trials)),
                    "trials.jsonl" => Of(moment, file, "application/jsonl", stream => TrialLinesWriter.Write(stream, moment.Header!, trials)),
                    "best.json" when moment.Counts.Best is { } best =>
                        Of(moment, file, "application/json", stream => BestJsonWriter.Write(stream, moment.Header!, best)),
                    "report.html" => Of(moment, file, "text/html", stream => WriteReport(stream, moment)),
                    _ => Lookup.None("file"),
                };
            },
            cancellation))
            .As(Role.Read, "download", "Downloads trials, the best point or the report, made of the study as it is now.")
            .Parameter("file", "One of results.csv, trials.jsonl, best.json, report.html.")
            .Parameter("filter", EndpointWords.Filter)
            .Sends("text/csv", "application/jsonl", "application/json", "text/html");

    private static FileStreamHttpResult Of(StudyMoment moment, string file, string type, Action<Stream> write)
    {
        MemoryStream stream = new();
        write(stream);
        stream.Position = 0;
        return TypedResults.Stream(stream, type, FileNames.Of(moment.Header!.Name, file));
    }

    private static void WriteReport(Stream stream, StudyMoment moment)
    {
        StudyData data = moment.Data;
        StudyData shown = PageTrials.Of(data);
        ReportRun run = new(string.Empty);
        StudyAnalysis analysis = new(data);
        HtmlReportWriter.Write(stream, new ReportPage
        {
            Data = shown,
            Summary = new StudySummary(data),
            Options = new ReportOptions { IsRunning = moment.Owner is not null, Notes = PageTrials.Note(data, shown) is { } note ? [note] : [] },
            Findings = analysis.Findings,
            Charts = PageCharts.Create(ReferenceEquals(shown, data) ? analysis : new StudyAnalysis(shown), run),
            Failures = run.Failures,
        });
    }
}
