using Hypermax.Dashboard.Access;
using Hypermax.Dashboard.Api;
using Hypermax.Dashboard.Contracts;
using Hypermax.Dashboard.Live;
using Hypermax.Dashboard.Studies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Hypermax.Dashboard.Artifacts;

/// <summary>The files that trials left: a list, the files themselves, and the beginnings of tables and texts.</summary>
/// <remarks>Whatever is in them, a browser opens none of them as a page: all are sent to be saved, also those that a page shows as pictures or sounds, and
/// should one be opened all the same it may do nothing.</remarks>
internal static class ArtifactEndpoints
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

    public static void Map(IEndpointRouteBuilder routes)
    {
        const string Trial = "/api/studies/{id}/trials/{number:int}";
        routes.MapGet(Trial + "/artifacts", (string id, int number, StudyBoard board, CancellationToken cancellation) => Lookup.BegunAsync(
            board,
            id,
            (study, moment) => moment.Find(number) is null
                ? Lookup.None("trial")
                : TypedResults.Json(TrialArtifacts.List(study.Place, number), DashboardJson.Default.ArtifactList),
            cancellation))
            .As(Role.Read, "listArtifacts", "Lists the files that a trial left.")
            .Answers<ArtifactList>();
        routes.MapGet(Trial + "/artifact", (
            HttpContext context, string id, int number, StudyBoard board, CancellationToken cancellation, [FromQuery] string path, [FromQuery] bool? shown) =>
            Open(board, id, number, path, file =>
            {
                string type = shown == true ? ArtifactKind.Of(path, file.Length)?.Type ?? ArtifactKind.Bytes : ArtifactKind.Bytes;
                context.Response.Headers.ContentSecurityPolicy = Policy;
                return TypedResults.Stream(file, type, Path.GetFileName(path), enableRangeProcessing: true);
            }, cancellation))
            .As(Role.Read, "getArtifact", "Downloads a file that a trial left; ranges of bytes can be asked for.")
            .Parameter("path", "The path of the file below the folder of the trial, as the list has it.")
            .Parameter("shown", "Whether it is sent with its own media type, where that is one of a picture or sound.")
            .Sends(ArtifactKind.Bytes)
            .Refuses(StatusCodes.Status409Conflict);
        routes.MapGet(Trial + "/artifact/beginning", (
            string id, int number, StudyBoard board, CancellationToken cancellation, [FromQuery] string path) =>
            Open(board, id, number, path, file =>
            {
                using (file)
                {
                    return ArtifactKind.Of(path, file.Length)?.Name switch
                    {
                        ArtifactKind.Table => Answer(ArtifactPreview.OfTable(file, path.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase) ? "\t" : ",")),
                        ArtifactKind.Text => Answer(ArtifactPreview.OfText(file)),
                        _ => Lookup.Wrong("Only the beginnings of tables and texts can be read. Download the file."),
                    };
                }
            }, cancellation))
            .As(Role.Read, "getArtifactBeginning", "Gets the beginning of a table or text that a trial left.")
            .Parameter("path", "The path of the file below the folder of the trial, as the list has it.")
            .Answers<ArtifactText>()
            .Refuses(StatusCodes.Status409Conflict);
    }

    private static JsonHttpResult<ArtifactText> Answer(ArtifactText text) => TypedResults.Json(text, DashboardJson.Default.ArtifactText);

    private static Task<IResult> Open(
        StudyBoard board, string id, int trial, string path, Func<FileStream, IResult> answer, CancellationToken cancellation) => Lookup.BegunAsync(
            board,
            id,
            (study, _) =>
            {
                try
                {
                    return TrialArtifacts.Open(study.Place, trial, path) is { } file ? answer(file) : Lookup.None("file");
                }
                catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
                {
                    return Lookup.None("file");
                }
                catch (Exception error) when (error is IOException or UnauthorizedAccessException)
                {
                    return Lookup.Wrong(error.Message, StatusCodes.Status409Conflict);
                }
            },
            cancellation);
}
