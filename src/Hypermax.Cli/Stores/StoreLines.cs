using Hypermax.Build.Protocol;
using Hypermax.Errors;
using Hypermax.Search;
using Hypermax.Settings;

namespace Hypermax.Stores;

/// <summary>What a search says of the store that keeps its study.</summary>
internal static class StoreLines
{
    /// <summary>Says where the study is kept and how far it is, and leaves the mark of the store in the folder.</summary>
    /// <param name="task">The search.</param>
    /// <param name="study">Its study.</param>
    /// <param name="lines">Takes what is said.</param>
    public static void Begin(SearchTask task, Study study, SearchLines lines)
    {
        StudyOptions options = task.Plan.Options;
        StoreMark.Leave(task.Folder, options);
        if (options.StoreAddress is not { } address)
        {
            return;
        }

        int finished = study.Trials.Count(trial => trial.IsFinished && !trial.IsAdded);
        lines.Once(FormattableString.Invariant(
            $"{study.Name}: {finished} of {Counted.Of(study.PlannedTrials, "trial")} in {StoreText.Mask(address)}, which others may search too"));
        Setting setting = StudySettings.Store;
        if (task.Plan.Settings.SourceOf(setting)?.IsCommandLine == true && StoreText.HasPassword(address))
        {
            lines.Say(BuildRules.Advice, $"{task.Plan.Settings.SubjectOf(setting)} {StoreText.OnCommandLine}");
        }
    }
}
