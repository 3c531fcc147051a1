using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Hypermax.Dashboard.Access;
using Hypermax.Dashboard.Api;
using Hypermax.Dashboard.Contracts;
using Hypermax.Dashboard.Studies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hypermax.Dashboard.Live;

/// <summary>Tells pages that something changed; what it is they fetch themselves, as much of it as they show.</summary>
internal static class EventEndpoints
{
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(10);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/events", (StudyBoard board, CancellationToken cancellation) =>
            TypedResults.ServerSentEvents(Events(ListNewsAsync(board, cancellation), cancellation)))
            .As(Role.Read, "followStudies", "Tells of every change of any study, as events.")
            .Answers<StudyNews>("text/event-stream");
        routes.MapGet("/api/studies/{id}/events", async (string id, StudyBoard board, CancellationToken cancellation) =>
            await Lookup.FindAsync(board, id, cancellation).ConfigureAwait(false) is { } study
                ? (IResult)TypedResults.ServerSentEvents(Events(StudyNewsAsync(study, cancellation), cancellation))
                : Lookup.None("study"))
            .As(Role.Read, "followStudy", "Tells of every change of a study, as events.")
            .Answers<StudyNews>("text/event-stream");
        routes.MapGet("/api/studies/{id}/news", (string id, StudyBoard board, CancellationToken cancellation) => Lookup.StudyAsync(
            board,
            id,
            (study, _) =>
            {
                // Whoever polls counts as one who looks, for as long as it takes.
                study.Look();
                study.Charts.Advance(study.Moment);
                return TypedResults.Json(NewsOf(study), DashboardJson.Default.StudyNews);
            },
            cancellation))
            .As(Role.Read, "getNews", "Gets what the last event told, for those whom events do not reach.")
            .Answers<StudyNews>();
    }

    private static StudyNews NewsOf(LiveStudy study) => new(
        study.Moment.Version, study.Charts.Quick.Version, study.Charts.Slow.Version, study.Moment.State, study.Moment.Counts.Finished);

    private static async IAsyncEnumerable<SseItem<string>> Events(
        IAsyncEnumerable<StudyNews> news, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (StudyNews item in news.WithCancellation(cancellation).ConfigureAwait(false))
        {
            yield return new SseItem<string>(System.Text.Json.JsonSerializer.Serialize(item, DashboardJson.Default.StudyNews), "news")
            {
                ReconnectionInterval = TimeSpan.FromSeconds(1),
            };
        }
    }

    private static async IAsyncEnumerable<StudyNews> StudyNewsAsync(LiveStudy study, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using IDisposable watch = study.Watch();
        study.Use();
        StudyNews? last = null;
        long saidAt = 0;
        while (!cancellation.IsCancellationRequested)
        {
            Task changed = study.Changed;
            StudyNews now = NewsOf(study);
            if (now != last || System.Diagnostics.Stopwatch.GetElapsedTime(saidAt) > Pulse)
            {
                // The same again says that the server is still there.
                (last, saidAt) = (now, System.Diagnostics.Stopwatch.GetTimestamp());
                yield return now;
            }

            // Shelves of charts move on without a change of the study, so this looks again by itself, too.
            await Task.WhenAny(changed, Task.Delay(Least * 2, cancellation)).ConfigureAwait(false);
            await Task.Delay(Least, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async IAsyncEnumerable<StudyNews> ListNewsAsync(StudyBoard board, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using IDisposable watch = board.Watch();
        while (!cancellation.IsCancellationRequested)
        {
            Task changed = board.Changed;
            yield return new StudyNews(board.Version, 0, 0, string.Empty, 0);
            await Task.WhenAny(changed, Task.Delay(Pulse, cancellation)).ConfigureAwait(false);
            await Task.Delay(Least * 2, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
