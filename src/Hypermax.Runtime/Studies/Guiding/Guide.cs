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
        ? string.Create(CultureInfo.InvariantCulture, $"Start one with HypertuneTrials={trials}.")
        : "Start one first.";

    /// <summary>Says what becomes of a request that every search of the study obeys, as a sentence.</summary>
    /// <exception cref="FormatException">It cannot be obeyed.</exception>
    public static string Promise(GuideRequest request) => request.Action switch
    {
        GuideAction.Pause => "No new trial starts until the search is resumed; those that run go on.",
        GuideAction.Resume => "New trials start again.",
        GuideAction.Stop => "The search ends when the running trials have ended.",
        GuideAction.Trials when request.Trials is int and > 0 => $"The search is to have {Counted.Of(request.Trials.Value, "trial")} in all.",
        GuideAction.Trials => throw new FormatException("'trials' needs a whole number above 0: how many trials the study has when it is finished."),
        GuideAction.End when request.Trial is int number => FormattableString.Invariant($"Trial {number} ends now, and counts as failed; the search goes on."),
        GuideAction.End => throw new FormatException("'end' needs the number of a running trial."),
        _ => "The search runs.",
    };

    private static GuideAnswer ObeySearch(Study study, GuideRequest request)
    {
        string done = Promise(request);
        switch (request.Action)
        {
            case GuideAction.Pause:
                study.Pause();
                break;

            case GuideAction.Resume:
                study.Resume();
                break;

            case GuideAction.Stop:
                study.Stop();
                break;

            case GuideAction.Trials:
                study.SetTrials(request.Trials!.Value);
                break;

            case GuideAction.End when !study.EndTrial(request.Trial!.Value):
                return NotEnded(study, request.Trial.Value);

            case GuideAction.Status:
                done = Standing(study);
                break;
        }

        return new GuideAnswer(IsDone: true, done);
    }

    private static string Standing(Study study) => study switch
    {
        { IsStopping: true } => "The search ends when the running trials have ended.",
        { IsPaused: true } => "The search is paused; no new trial starts until it is resumed.",
        _ => "The search runs.",
    };

    private static GuideAnswer NotEnded(Study study, int number)
    {
        TrialRecord? trial = study.Trials.FirstOrDefault(trial => trial.Number == number);
        return RefusalToEnd(number, !trial?.IsFinished) is { } refusal
            ? new(IsDone: false, refusal)
            : new(IsDone: false, FormattableString.Invariant($"Trial {number} is not run by this search, so it cannot end it. End it where it runs."))
            {
                IsForOthers = study.IsShared,
            };
    }

    /// <summary>Says why a trial cannot be ended, wherever it runs; null when it can.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="isRunning">Whether it runs; null where there is no such trial.</param>
    public static string? RefusalToEnd(int number, bool? isRunning) => isRunning switch
    {
        null => FormattableString.Invariant($"The study has no trial {number}. Name one that runs."),
        true => null,
        false => FormattableString.Invariant($"Trial {number} has ended already. Name one that runs."),
    };
}
