using System.Globalization;
using Hypermax.Errors;
using Hypermax.Storage;
using Hypermax.Storage.Journal;

namespace Hypermax.Studies.Guiding;

/// <summary>Obeys what people ask of a search; the same for the command line, the console and files in the folder.</summary>
internal static class Guide
{
    /// <summary>Asks a search that runs in this process.</summary>
    public static GuideAnswer Obey(Study study, GuideRequest request)
    {
        try
        {
            if (GuideWish.Of(request, study.Header, study.Trials, study.Best, study.Wishes.Ranges) is { } wish)
            {
                study.Steer(wish.Steering);
                return new GuideAnswer(IsDone: true, $"From now on {wish.Text}.");
            }

            return ObeySearch(study, request) with { Status = GuideStatus.Of(study) };
        }
        catch (FormatException error)
        {
            return new GuideAnswer(IsDone: false, error.Message);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new GuideAnswer(IsDone: false, $"It could not be recorded: {error.Message}");
        }
    }

    /// <summary>Records a request with a study that nobody searches; the next search obeys.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="request">The request.</param>
    /// <exception cref="StudyInUseException">Somebody searches it.</exception>
    /// <exception cref="JournalFormatException">The journal cannot be read as one.</exception>
    /// <exception cref="IOException">The journal cannot be written to.</exception>
    public static GuideAnswer Record(string folder, GuideRequest request)
    {
        JournalSnapshot snapshot = JournalSnapshot.Read(folder);
        if (snapshot.Header is null)
        {
            return new GuideAnswer(IsDone: false, $"The journal in '{folder}' is empty; no study has begun there. Name the folder of a study.");
        }

        using JournalStore store = new(folder);
        return Record(store, request, isSearched: false)
            ?? new GuideAnswer(IsDone: false, $"No search runs in '{folder}', and '{request.Action}' is for one that does. {Remedy(request)}");
    }

    /// <summary>Records a request with a study, beside those who search it.</summary>
    /// <param name="store">The store of a study that has begun.</param>
    /// <param name="request">The request.</param>
    /// <param name="isSearched">Whether somebody searches it, for the words of the answer.</param>
    /// <returns>The answer; null when the request is about a search itself, not about what it proposes.</returns>
    /// <exception cref="IOException">It could not be recorded.</exception>
    public static GuideAnswer? Record(IStudyStore store, GuideRequest request, bool isSearched)
    {
        using (store.Enter())
        {
            try
            {
                StudyHeader header = store.Header!;
                TrialRecord? best = new Leaders(store, header).Best();
                if (GuideWish.Of(request, header, store.Trials, best, ParameterWishes.Of(store.Steering).Ranges) is not { } wish)
                {
                    return null;
                }

                store.Steer(wish.Steering(store.Trials.Count));
                return new GuideAnswer(IsDone: true, $"From {(isSearched ? "now" : "the next search")} on {wish.Text}.");
            }
            catch (FormatException error)
            {
                return new GuideAnswer(IsDone: false, error.Message);
            }
        }
    }

    private static string Remedy(GuideRequest request) => request is { Action: GuideAction.Trials, Trials: int trials }
        ? string.Create(CultureInfo.InvariantCulture, $"Start one with -p HypertuneTrials={trials}.")
        : "Start one first.";

    private static GuideAnswer ObeySearch(Study study, GuideRequest request)
    {
        switch (request.Action)
        {
            case GuideAction.Pause:
                study.Pause();
                return new(IsDone: true, "No new trial starts until the search is resumed; those that run go on.");

            case GuideAction.Resume:
                study.Resume();
                return new(IsDone: true, "New trials start again.");

            case GuideAction.Stop:
                study.Stop();
                return new(IsDone: true, "The search ends when the running trials have ended.");

            case GuideAction.Trials when request.Trials is int and > 0:
                study.SetTrials(request.Trials.Value);
                return new(IsDone: true, $"The search is to have {Counted.Of(request.Trials.Value, "trial")} in all.");

            case GuideAction.Trials:
                return new(IsDone: false, "'trials' needs a whole number above 0: how many trials the study has when it is finished.");

            case GuideAction.End when request.Trial is int number:
                return End(study, number);

            case GuideAction.End:
                return new(IsDone: false, "'end' needs the number of a running trial.");

            default:
                return new(IsDone: true, "The search runs.");
        }
    }

    private static GuideAnswer End(Study study, int number)
    {
        if (study.EndTrial(number))
        {
            return new(IsDone: true, FormattableString.Invariant($"Trial {number} ends now, and counts as failed; the search goes on."));
        }

        TrialRecord? trial = study.Trials.FirstOrDefault(trial => trial.Number == number);
        return trial is null ? new(IsDone: false, FormattableString.Invariant($"The study has no trial {number}. Name one that runs."))
            : trial.IsFinished ? new(IsDone: false, FormattableString.Invariant($"Trial {number} has ended already. Name one that runs."))
            : new(IsDone: false, FormattableString.Invariant($"Trial {number} is not run by this search, so it cannot end it. End it where it runs."))
            {
                IsForOthers = study.IsShared,
            };
    }
}
