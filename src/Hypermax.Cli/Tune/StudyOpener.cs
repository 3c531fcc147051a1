using Hypermax.Build.Protocol;
using Hypermax.Execution.WorkerProcess;
using Hypermax.Import;
using Hypermax.Search;
using Hypermax.Settings;
using Hypermax.Studies.Migration;

namespace Hypermax.Tune;

/// <summary>Opens or begins the study of an objective, or says in one sentence why that cannot be.</summary>
internal sealed class StudyOpener(TuneArguments arguments, WorkerObjective objective, SearchPlan plan, BuildLines lines)
{
    private SourcePosition Position => Positions.Of(arguments, objective.Position);

    /// <summary>Opens the study.</summary>
    /// <param name="exitCode">Why it could not be opened.</param>
    /// <returns>The study, or null when an error was said.</returns>
    public Study? Open(out int exitCode)
    {
        exitCode = ExitCodes.Done;
        string folder = arguments.FolderOf(objective.Name);
        try
        {
            StudyOptions options = plan.Options;
            WarmStart? warmStart = plan.Settings.Text(StudySettings.WarmStart) is { } source ? WarmStart.Read(source, objective.Space, options.Direction) : null;
            SetAside(folder);
            Study study = Study.Create(objective.Space, options);
            Tell(study);
            Begin(study, warmStart);
            Advise(study);
            return study;
        }
        catch (Exception error) when (Explain(error, folder) is var (rule, text, exit))
        {
            lines.Say(rule, text, Position);
            exitCode = exit;
        }

        return null;
    }

    private void SetAside(string folder)
    {
        if (plan.Settings.Value(StudySettings.Force) == true && StudyMigration.SetAside(folder) is { } archive)
        {
            lines.Once($"{objective.Name}: begins afresh; earlier trials are kept in {archive}");
        }
    }

    // Only a new study: in one that goes on the trials are there already, or were not wanted when it began.
    private void Begin(Study study, WarmStart? warmStart)
    {
        if (warmStart is not null && study.Trials.Count == 0)
        {
            lines.Once($"{study.Name}: {warmStart.Into(study)}");
        }
    }

    private void Advise(Study study)
    {
        foreach (string advice in study.GetAdvice())
        {
            lines.Say(BuildRules.Advice, $"Study '{study.Name}': {advice}", Position);
        }
    }

    private void Tell(Study study)
    {
        foreach (string note in study.Recovered)
        {
            lines.Once($"{study.Name}: {note}");
        }

        if (study.Migration is { } migration)
        {
            lines.Once($"{study.Name}: {migration}");
        }

        if (study.ObjectiveChange is { } change)
        {
            lines.Say(BuildRules.ObjectiveChanged, $"Study '{study.Name}': {change}{MismatchText.ObjectiveRemedy(change)}", Position);
        }
    }

    private (BuildRule Rule, string Text, int Exit)? Explain(Exception error, string folder) => error switch
    {
        StudyMismatchException mismatch => (MismatchText.RuleOf(mismatch), MismatchText.Of(mismatch), ExitCodes.Conflict),
        StudyInUseException inUse => (BuildRules.StudyInUse, inUse.Message, ExitCodes.Conflict),
        JournalFormatException format => (BuildRules.UnreadableJournal, format.Message, ExitCodes.Conflict),
        IOException or UnauthorizedAccessException => (BuildRules.StoreFailed, StoreTrouble.Explain(objective.Name, folder, error), ExitCodes.Environment),
        ImportException or FormatException => (BuildRules.BadSetting, $"Study '{objective.Name}': {error.Message}", ExitCodes.Usage),
        ArgumentException argument => (BuildRules.BadSetting, $"Study '{objective.Name}': {argument.Message.ReplaceLineEndings(" ")}", ExitCodes.Usage),
        _ => null,
    };
}
