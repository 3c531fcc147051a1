using Hypermax.Build.Protocol;
using Hypermax.Settings;

namespace Hypermax.Search;

/// <summary>Says in the words of a search what makes its study another one, and what can be done.</summary>
internal static class MismatchText
{
    /// <summary>Gets what the build reports.</summary>
    public static BuildRule RuleOf(StudyMismatchException mismatch) =>
        mismatch.Differences.Any(difference => difference.Name == "space") ? BuildRules.OtherSpace : BuildRules.OtherStudy;

    /// <summary>Gets the sentence: every difference, what each one offers, and how to begin afresh.</summary>
    /// <param name="mismatch">What differs.</param>
    /// <param name="task">The search.</param>
    public static string Of(StudyMismatchException mismatch, SearchTask task)
    {
        // Trials that others use stay as they are.
        bool isInStore = task.Plan.Options.StoreAddress is not null;
        string what = isInStore
            ? $"Study '{mismatch.Header.Name}' of the store is another one"
            : $"Study '{mismatch.Header.Name}' cannot go on as asked";
        string afresh = isInStore
            ? $"begin another study with {task.Once(StudySettings.StoreStudy, "NAME")}"
            : $"begin afresh with {task.Once(StudySettings.Force, "true")}, which keeps the old trials in an archive";
        string offers = string.Concat(mismatch.Differences.Select(difference => Offer(difference.Name, task, isInStore)));
        return $"{what}: {string.Join("; ", mismatch.Differences)}. {offers}Go back to what is recorded, or {afresh}.";
    }

    /// <summary>Gets what else can be done about an objective that has changed.</summary>
    public static string ObjectiveRemedy(ObjectiveChange change, SearchTask task) => change.Answer == ObjectiveChangeAnswer.Warn
        ? $" {task.Once(StudySettings.ObjectiveChange, "remeasure")} evaluates the best again the next time it changes, fresh begins afresh, fail stops; "
            + $"{task.Once(StudySettings.Force, "true")} begins afresh now."
        : string.Empty;

    private static string Offer(string difference, SearchTask task, bool isInStore) => difference switch
    {
        "space" when !isInStore => $"Trials of different spaces do not mix: {task.Once(StudySettings.SpaceChange, "migrate")} carries over those that still "
            + "have a meaning, fresh begins afresh; both keep the old trials in an archive. ",
        "method" => $"{task.Once(StudySettings.MethodChange, "accept")} goes on with the other method, which learns from all trials. ",
        "method options" => $"{task.Once(StudySettings.MethodChange, "accept")} goes on with the other options. ",
        "objective" => $"What decides the loss has changed: {task.Once(StudySettings.ObjectiveChange, "warn")} goes on all the same, "
            + $"remeasure evaluates the best again{(isInStore ? string.Empty : ", fresh begins afresh")}. ",
        _ => string.Empty,
    };
}
