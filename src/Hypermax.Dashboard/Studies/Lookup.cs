using Hypermax.Dashboard.Contracts;
using Hypermax.Dashboard.Live;
using Hypermax.Studies.Watching;
using Microsoft.AspNetCore.Http;

namespace Hypermax.Dashboard.Studies;

/// <summary>Finds what an address names, and turns what cannot be done into answers.</summary>
internal static class Lookup
{
    /// <summary>Answers from a study, when there is one of that id.</summary>
    /// <param name="board">All studies.</param>
    /// <param name="id">Its name in the address.</param>
    /// <param name="answer">Makes the answer of the study and its latest moment.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task<IResult> StudyAsync(
        StudyBoard board, string id, Func<LiveStudy, StudyMoment, IResult> answer, CancellationToken cancellation)
    {
        LiveStudy? study = await FindAsync(board, id, cancellation).ConfigureAwait(false);
        if (study is null)
        {
            return None("study");
        }

        try
        {
            return answer(study, study.Use());
        }
        catch (FormatException error)
        {
            return Wrong(error.Message);
        }
        catch (StudyAwayException error)
        {
            return Wrong(error.Message, StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>Answers from a study that has begun.</summary>
    /// <inheritdoc cref="StudyAsync"/>
    public static Task<IResult> BegunAsync(StudyBoard board, string id, Func<LiveStudy, StudyMoment, IResult> answer, CancellationToken cancellation) =>
        StudyAsync(
            board,
            id,
            (study, moment) => moment.Header is null ? Wrong(moment.Trouble ?? "The study has not begun yet.") : answer(study, moment),
            cancellation);

    /// <summary>Finds a study, looking for new ones if it is not known; null where there is none.</summary>
    public static async Task<LiveStudy?> FindAsync(StudyBoard board, string id, CancellationToken cancellation)
    {
        if (board.Find(id) is { } known)
        {
            return known;
        }

        await board.ReadAllAsync(cancellation).ConfigureAwait(false);
        return board.Find(id);
    }

    public static IResult None(string what) =>
        Wrong($"There is no such {what} here, or no longer.", StatusCodes.Status404NotFound);

    public static IResult Wrong(string why, int code = StatusCodes.Status400BadRequest) =>
        TypedResults.Json(new Problem(why), DashboardJson.Default.Problem, statusCode: code);
}
