using Hypermax.Dashboard.Access;
using Hypermax.Dashboard.Api;
using Hypermax.Dashboard.Contracts;
using Hypermax.Dashboard.Sources;
using Hypermax.Dashboard.Studies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hypermax.Dashboard.Guiding;

/// <summary>Starting searches, where the server was started with leave to do so.</summary>
internal static class RunEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/run", (SearchRunner runner, DashboardOptions options) => options.Run is null
            ? Refuse()
            : TypedResults.Json<IReadOnlyList<RunFile>>(runner.Files, DashboardJson.Default.IReadOnlyListRunFile))
            .As(
                Role.Steer,
                "listRunFiles",
                "Lists the files that searches can be started from.",
                "Only of a server that was started with --allow-run.")
            .Answers<IReadOnlyList<RunFile>>();
        routes.MapPost("/api/run", async (HttpContext context, SearchRunner runner, DashboardOptions options) =>
        {
            if (options.Run is null)
            {
                return Refuse();
            }

            RunRequest request = await Bodies.ReadAsync(context, DashboardJson.Default.RunRequest).ConfigureAwait(false);
            if (runner.Start(request.File) is not { } started)
            {
                return Lookup.None("file");
            }

            FolderPapers papers = new(started.Source.Folder);
            AuditLog.Add(papers, context, $"run {Path.GetFileName(started.Source.Path)}", started.Answer.IsDone, started.Answer.Text);
            return TypedResults.Json(started.Answer, DashboardJson.Default.SteerAnswer);
        })
            .As(
                Role.Steer,
                "run",
                "Starts a search from one of these files.",
                "Only of a server that was started with --allow-run.")
            .Takes<RunRequest>()
            .Answers<SteerAnswer>()
            .Refuses(StatusCodes.Status404NotFound);
    }

    private static IResult Refuse() => Lookup.Wrong("Searches are not started from here. Start the server with --allow-run.", StatusCodes.Status403Forbidden);
}
