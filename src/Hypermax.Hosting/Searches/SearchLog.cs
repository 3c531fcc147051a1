using Microsoft.Extensions.Logging;

namespace Hypermax.Hosting.Searches;

/// <summary>What is said of a search; category <c>Hypermax.Search</c>.</summary>
internal static partial class SearchLog
{
    /// <summary>Says what was opened, and what had to be recovered or is to be known before.</summary>
    public static void Opened(ILogger log, Study study, string folder)
    {
        int finished = study.Trials.Count(trial => trial.IsFinished);
        Started(log, study.Name, study.Header.Method, study.PlannedTrials, finished, folder);
        foreach (string note in study.Recovered.Concat(study.GetAdvice()))
        {
            Note(log, study.Name, note);
        }
    }

    /// <summary>Says how a search ended.</summary>
    public static void Ended(ILogger log, string search, StudyResult result, string folder)
    {
        int finished = result.Trials.Count(trial => trial.IsFinished);
        if (result.Reason == StopReason.Cancelled)
        {
            Stopped(log, search, finished, result.Trials.Count - finished, folder);
        }
        else
        {
            Finished(log, search, result.Reason, finished, result.BestValue, result.Best?.Number);
        }
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Information,
        Message = "Search '{Search}' begins: {Method}, {Planned} trials of which {Finished} are finished, in {Folder}")]
    public static partial void Started(ILogger log, string search, string method, int planned, int finished, string folder);

    [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "Search '{Search}': {Note}")]
    public static partial void Note(ILogger log, string search, string note);

    [LoggerMessage(EventId = 3, Level = LogLevel.Information,
        Message = "Search '{Search}': best {Value} (trial {Trial}, {Finished} of {Planned}): {Parameters}", SkipEnabledCheck = true)]
    public static partial void Better(ILogger log, string search, double value, int trial, int finished, int planned, string parameters);

    [LoggerMessage(EventId = 4, Level = LogLevel.Warning,
        Message = "Search '{Search}': trial {Trial} failed ({Failure}): {Problem} More failures of this kind are logged at level Debug.")]
    public static partial void TrialFailed(ILogger log, string search, int trial, FailureKind failure, string problem);

    [LoggerMessage(EventId = 5, Level = LogLevel.Debug,
        Message = "Search '{Search}': trial {Trial} is {State}, value {Value}, after {Milliseconds} ms", SkipEnabledCheck = true)]
    public static partial void TrialEnded(ILogger log, string search, int trial, TrialState state, double value, double milliseconds);

    [LoggerMessage(EventId = 6, Level = LogLevel.Information,
        Message = "Search '{Search}' has ended ({Reason}) after {Finished} trials; best {Value} (trial {Trial})")]
    public static partial void Finished(ILogger log, string search, StopReason reason, int finished, double? value, int? trial);

    [LoggerMessage(EventId = 7, Level = LogLevel.Information,
        Message = "Search '{Search}' stops with its host after {Finished} trials and goes on at the next start, {Again} of them run again, in {Folder}")]
    public static partial void Stopped(ILogger log, string search, int finished, int again, string folder);

    [LoggerMessage(EventId = 8, Level = LogLevel.Error, Message = "Search '{Search}' was ended by an error; trials told before it are kept. {Problem}")]
    public static partial void Failed(ILogger log, Exception error, string search, string problem);

    [LoggerMessage(EventId = 9, Level = LogLevel.Information, Message = "Search '{Search}' is switched off by its option Enabled")]
    public static partial void Disabled(ILogger log, string search);
}
