using System.Diagnostics;
using Hypermax.Storage.Journal;

namespace Hypermax.Studies.Guiding;

/// <summary>Asks something of the search of a folder: of the one that runs, or by its journal of the next.</summary>
internal static class GuideClient
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    /// <summary>Asks.</summary>
    /// <param name="folder">The folder of a study.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="wait">How long a running search may take to answer; it looks five times a second.</param>
    /// <returns>The answer, and what became of the request.</returns>
    /// <exception cref="FileNotFoundException">The folder has no journal.</exception>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public static (GuideAnswer Answer, GuideEnd End) Ask(string folder, GuideRequest request, TimeSpan wait)
    {
        // Names a folder without a journal before anything is written to it.
        _ = JournalSnapshot.Read(folder);
        long started = Stopwatch.GetTimestamp();
        string owner = string.Empty;
        do
        {
            if (FolderLock.OwnerOf(folder) is not { } found)
            {
                if (Record(folder, request) is { } recorded)
                {
                    return recorded;
                }
            }
            else
            {
                owner = found;
                if (AskRunning(folder, request, started, wait) is { } answer)
                {
                    return (answer, answer.IsDone ? GuideEnd.Done : GuideEnd.Refused);
                }
            }
        }
        while (Stopwatch.GetElapsedTime(started) < wait);

        return (
            new GuideAnswer(
                IsDone: false,
                FormattableString.Invariant($"The search of {owner} did not answer within {wait.TotalSeconds:0.#} s, and the request was taken back. ")
                + "It may be between two versions of Hypermax, on another machine, or hang; try again with a longer --wait."),
            GuideEnd.Unanswered);
    }

    /// <summary>Asks the search that runs in a folder where it stands; null when none runs, or it does not answer in time.</summary>
    /// <remarks>Never takes the lock of the folder, and reads no journal.</remarks>
    /// <param name="folder">The folder of a study.</param>
    /// <param name="wait">How long it may take to answer.</param>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public static GuideStatus? AskStatus(string folder, TimeSpan wait) =>
        AskRunning(folder, new GuideRequest(GuideAction.Status), Stopwatch.GetTimestamp(), wait)?.Status;

    // Null when a search began meanwhile.
    private static (GuideAnswer Answer, GuideEnd End)? Record(string folder, GuideRequest request)
    {
        try
        {
            GuideAnswer answer = Guide.Record(folder, request);
            return (answer, answer.IsDone ? GuideEnd.Done : GuideAction.IsForSearch(request.Action) ? GuideEnd.NotSearching : GuideEnd.Refused);
        }
        catch (StudyInUseException)
        {
            return null;
        }
    }

    // Null when the search ended, or there was no answer in time.
    private static GuideAnswer? AskRunning(string folder, GuideRequest request, long started, TimeSpan wait)
    {
        string id = GuideBox.Put(folder, request);
        while (true)
        {
            bool isOver = FolderLock.OwnerOf(folder) is null || Stopwatch.GetElapsedTime(started) >= wait;
            if (GuideBox.TakeAnswer(folder, id) is { } answer)
            {
                return answer;
            }

            if (isOver && GuideBox.Withdraw(folder, id))
            {
                return null;
            }

            Thread.Sleep(BetweenLooks);
        }
    }
}
