using System.Text;
using Hypermax.Dashboard.Access;
using Hypermax.Dashboard.Api;
using Hypermax.Dashboard.Contracts;
using Hypermax.Dashboard.Live;
using Hypermax.Dashboard.Studies;
using Hypermax.Studies.Guiding;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hypermax.Dashboard.Guiding;

/// <summary>Steering through the same requests as <c>hypermax guide</c>, each with a line in the record.</summary>
internal static class SteerEndpoints
{
    private const int MostBytes = 64 * 1024;

    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(10);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/studies/{id}/guide", SteerAsync)
            .As(
                Role.Steer,
                "steer",
                "Asks something of a search, as hypermax guide does.",
                "What is not obeyed is answered with 200 too: isDone says so, and text why. Each request is a line in the record.")
            .Takes<SteerRequest>()
            .Answers<SteerAnswer>()
            .Refuses(StatusCodes.Status409Conflict);
        routes.MapGet("/api/studies/{id}/audit", (string id, StudyBoard board, CancellationToken cancellation) => Lookup.StudyAsync(
            board,
            id,
            (study, _) => TypedResults.Json<IReadOnlyList<AuditEntry>>(
                AuditLog.Read(study.Place.Papers, 50), DashboardJson.Default.IReadOnlyListAuditEntry),
            cancellation))
            .As(Role.Read, "getAudit", "Gets the last fifty lines of the record of who asked what, the newest first.")
            .Answers<IReadOnlyList<AuditEntry>>();
    }

    private static async Task<IResult> SteerAsync(HttpContext context, string id, StudyBoard board, CancellationToken cancellation)
    {
        if (await Lookup.FindAsync(board, id, cancellation).ConfigureAwait(false) is not { } study)
        {
            return Lookup.None("study");
        }

        if (context.Request.ContentLength is null or > MostBytes || !context.Request.HasJsonContentType())
        {
            return Lookup.Wrong("A request is an object of JSON of at most 64 KB; see docs/formats/guide.md.");
        }

        using StreamReader reader = new(context.Request.Body, Encoding.UTF8);
        string text = await reader.ReadToEndAsync(cancellation).ConfigureAwait(false);
        try
        {
            GuideRequest request = GuideRequest.Read(text);

            // Whoever asked may leave the page; what he asked for is done all the same.
            (GuideAnswer answer, _) = await Task.Run(() => study.Place.Ask(request, Wait), CancellationToken.None).ConfigureAwait(false);
            AuditLog.Add(study.Place.Papers, context, request.ToJson(), answer.IsDone, answer.Text);
            study.ForgetStatus();
            study.Look();
            return TypedResults.Json(new SteerAnswer(answer.IsDone, answer.Text), DashboardJson.Default.SteerAnswer);
        }
        catch (FormatException error)
        {
            return Lookup.Wrong(error.Message);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JournalFormatException)
        {
            return Lookup.Wrong(error.Message, StatusCodes.Status409Conflict);
        }
    }
}
