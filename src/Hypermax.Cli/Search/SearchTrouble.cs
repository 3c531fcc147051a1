using Hypermax.Build.Protocol;
using Hypermax.Execution;
using Hypermax.Import;
using Hypermax.Settings;

namespace Hypermax.Search;

/// <summary>What a search says, and the exit code it ends with, when it cannot begin or go on.</summary>
/// <param name="Rule">What is reported.</param>
/// <param name="Text">What is wrong, in one sentence, and the remedy.</param>
/// <param name="ExitCode">One of <see cref="ExitCodes"/>.</param>
internal sealed record SearchTrouble(BuildRule Rule, string Text, int ExitCode)
{
    /// <summary>Explains what was thrown; null when it is an error of ours.</summary>
    /// <param name="error">What was thrown.</param>
    /// <param name="task">The search.</param>
    public static SearchTrouble? Of(Exception error, SearchTask task) => error switch
    {
        StudyMismatchException mismatch =>
            new(MismatchText.RuleOf(mismatch), MismatchText.Of(mismatch, task), ExitCodes.Conflict),
        StudyInUseException inUse => new(BuildRules.StudyInUse, inUse.Message, ExitCodes.Conflict),
        JournalFormatException format => new(BuildRules.UnreadableJournal, format.Message, ExitCodes.Conflict),
        ExecutorException or JournalLostException or PostgreSql.PostgresStoreException =>
            new(
                error is ExecutorException ? BuildRules.CannotRun : BuildRules.StoreFailed,
                $"The search of '{task.Name}' cannot go on: {error.Message}",
                ExitCodes.Environment),
        IOException or UnauthorizedAccessException => new(BuildRules.StoreFailed, FolderText(error, task), ExitCodes.Environment),
        ImportException or FormatException or ArgumentException =>
            new(BuildRules.BadSetting, $"Study '{task.Name}': {error.Message.ReplaceLineEndings(" ")}", ExitCodes.Usage),
        _ => null,
    };

    /// <summary>Says it.</summary>
    /// <returns>The exit code.</returns>
    public int Tell(SearchLines lines, SourcePosition? position)
    {
        lines.Say(Rule, Text, position);
        return ExitCode;
    }

    private static string FolderText(Exception error, SearchTask task)
    {
        bool isOfStore = task.Project is null && task.Plan.Options.StoreAddress is { } store && StoreText.IsFolder(store);
        string elsewhere = isOfStore ? "--store" : task.FolderOption;
        return $"Study '{task.Name}' cannot be kept in '{task.Folder}': {TrialText.FirstLine(error.Message)} Trials told before are safe. "
            + $"Make the folder writable, free disk space, or choose another folder with {elsewhere}; the search then goes on where it stopped.";
    }
}
