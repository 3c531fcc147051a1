using Hypermax.Budgets;
using Hypermax.Build.Protocol;
using Hypermax.Settings;
using Hypermax.Studies;
using Hypermax.Stores;
using Hypermax.Studies.Migration;

namespace Hypermax.Search;

/// <summary>Opens or begins the study of a search, or says in one sentence why that cannot be.</summary>
internal sealed class SearchOpening(SearchTask task, SearchLines lines)
{
    private SettingSet Settings => task.Plan.Settings;

    /// <summary>Opens the study.</summary>
    /// <param name="exitCode">Why it could not be opened.</param>
    /// <returns>The study, or null when an error was said.</returns>
    public Study? Open(out int exitCode)
    {
        exitCode = ExitCodes.Done;
        try
        {
            StudyOptions options = task.Plan.Options with { StoreNotice = text => lines.Once($"{task.Name}: {text}") };
            WarmStart? warmStart = WarmStart.Read(Settings, task.Space, options.Direction);
            // What is asked for must hold before anything is put aside for it.
            StudyOptionsRules.Check(Schedules.AsMethod(options), task.Space);
            SetAside();
            Study study = Study.Create(task.Space, options);
            StoreLines.Begin(task, study, lines);
            Tell(study);
            Begin(study, warmStart);
            Advise(study);
            return study;
        }
        catch (Exception error) when (SearchTrouble.Of(error, task) is { } trouble)
        {
            exitCode = trouble.Tell(lines, task.PositionOf());
            return null;
        }
    }

    private void SetAside()
    {
        if (task.Plan.Options.StoreAddress is not null)
        {
            // Others may be at work there; other values of an earlier search are another objective, which is refused.
            return;
        }

        bool isForced = Settings.Value(StudySettings.Force) == true;
        // Who says what becomes of trials when the objective changes is heeded; by default other values of an earlier search make another objective.
        bool hasOtherValues = !isForced && Settings.SourceOf(StudySettings.ObjectiveChange) is null && task.Earlier.DifferFrom(task.Folder);
        if ((isForced || hasOtherValues) && StudyMigration.SetAside(task.Folder) is { } archive)
        {
            string why = hasOtherValues ? $", for the tuned values of {task.Earlier.Names} changed" : string.Empty;
            lines.Once($"{task.Name}: begins afresh{why}; earlier trials are kept in {archive}");
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
            lines.Say(BuildRules.Advice, $"Study '{study.Name}': {advice}", task.PositionOf());
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
            lines.Say(BuildRules.ObjectiveChanged, $"Study '{study.Name}': {change}{MismatchText.ObjectiveRemedy(change, task)}", task.PositionOf());
        }
    }
}
