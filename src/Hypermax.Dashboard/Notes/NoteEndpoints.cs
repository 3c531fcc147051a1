using Hypermax.Dashboard.Access;
using Hypermax.Dashboard.Api;
using Hypermax.Dashboard.Contracts;
using Hypermax.Dashboard.Live;
using Hypermax.Dashboard.Guiding;
using Hypermax.Dashboard.Studies;
using Hypermax.Studies.Watching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hypermax.Dashboard.Notes;

/// <summary>Notes and labels of studies, and notes of trials.</summary>
internal static class NoteEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/studies/{id}/note", (string id, StudyBoard board, CancellationToken cancellation) => Read(id, null, board, cancellation))
            .As(Role.Read, "getNote", "Gets the note on a study.")
            .Answers<NoteText>()
            .Refuses(StatusCodes.Status409Conflict, StatusCodes.Status410Gone);
        routes.MapGet("/api/studies/{id}/trials/{number:int}/note", (string id, int number, StudyBoard board, CancellationToken cancellation) =>
            Read(id, number, board, cancellation))
            .As(Role.Read, "getTrialNote", "Gets the note on a trial.")
            .Answers<NoteText>()
            .Refuses(StatusCodes.Status409Conflict, StatusCodes.Status410Gone);
        routes.MapPut("/api/studies/{id}/note", (HttpContext context, string id, StudyBoard board, CancellationToken cancellation) =>
            WriteAsync(context, id, null, board, cancellation))
            .As(Role.Steer, "writeNote", "Saves the note on a study.")
            .Takes<NoteEdit>()
            .Answers<NoteText>()
            .Refuses(StatusCodes.Status409Conflict, StatusCodes.Status410Gone);
        routes.MapPut("/api/studies/{id}/trials/{number:int}/note", (
            HttpContext context, string id, int number, StudyBoard board, CancellationToken cancellation) =>
            WriteAsync(context, id, number, board, cancellation))
            .As(Role.Steer, "writeTrialNote", "Saves the note on a trial.")
            .Takes<NoteEdit>()
            .Answers<NoteText>()
            .Refuses(StatusCodes.Status409Conflict, StatusCodes.Status410Gone);
        routes.MapPut("/api/studies/{id}/label", LabelAsync)
            .As(Role.Steer, "writeLabel", "Saves what a study is called on these pages, its tags, and whether lists leave it out.")
            .Takes<LabelEdit>()
            .AnswersNothing()
            .Refuses(StatusCodes.Status409Conflict, StatusCodes.Status410Gone);
    }

    private static async Task<IResult> LabelAsync(HttpContext context, string id, StudyBoard board, CancellationToken cancellation)
    {
        LabelEdit edit = await Bodies.ReadAsync(context, DashboardJson.Default.LabelEdit).ConfigureAwait(false);
        return await Lookup.BegunAsync(
            board,
            id,
            (study, _) => Try(() =>
            {
                AuditLog.Require(study.Place.Papers);
                StudyLabels.Write(study.Place, edit);
                string what = FormattableString.Invariant($"label '{edit.Title}', {edit.Tags?.Count ?? 0} tags, archived: {edit.IsArchived}");
                AuditLog.Add(study.Place.Papers, context, what, isDone: true, "Written.");
                return TypedResults.NoContent();
            }),
            cancellation).ConfigureAwait(false);
    }

    private static Task<IResult> Read(string id, int? trial, StudyBoard board, CancellationToken cancellation) => Lookup.BegunAsync(
        board,
        id,
        (study, _) => Try(() => TypedResults.Json(StudyNotes.Read(study.Place, trial), DashboardJson.Default.NoteText)),
        cancellation);

    private static async Task<IResult> WriteAsync(HttpContext context, string id, int? trial, StudyBoard board, CancellationToken cancellation)
    {
        NoteEdit edit = await Bodies.ReadAsync(context, DashboardJson.Default.NoteEdit).ConfigureAwait(false);
        return await Lookup.BegunAsync(
            board,
            id,
            (study, moment) => trial is int number && moment.Find(number) is null ? Lookup.None("trial") : Try(() =>
            {
                AuditLog.Require(study.Place.Papers);
                if (!StudyNotes.Write(study.Place, trial, edit.Markdown ?? string.Empty, edit.Stamp))
                {
                    return Lookup.Wrong("Somebody else has changed the note meanwhile. Load it again and add your words.", StatusCodes.Status409Conflict);
                }

                string what = trial is null ? "note" : FormattableString.Invariant($"note of trial {trial}");
                AuditLog.Add(study.Place.Papers, context, what, isDone: true, "Written.");
                return TypedResults.Json(StudyNotes.Read(study.Place, trial), DashboardJson.Default.NoteText);
            }),
            cancellation).ConfigureAwait(false);
    }

    private static IResult Try(Func<IResult> answer)
    {
        try
        {
            return answer();
        }
        catch (StudyGoneException error)
        {
            return Lookup.Wrong(error.Message, StatusCodes.Status410Gone);
        }
        catch (Exception error) when (error is (IOException and not StudyAwayException) or UnauthorizedAccessException)
        {
            return Lookup.Wrong(error.Message, StatusCodes.Status409Conflict);
        }
    }
}
