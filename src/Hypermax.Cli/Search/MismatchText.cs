using Hypermax.Build.Protocol;
using Hypermax.Settings;

namespace Hypermax.Search;

/// <summary>Says in the words of the build what makes a study another one, and what can be done.</summary>
internal static class MismatchText
{
    /// <summary>Gets what the build reports.</summary>
    public static BuildRule RuleOf(StudyMismatchException mismatch) =>
        mismatch.Differences.Any(difference => difference.Name == "space") ? BuildRules.OtherSpace : BuildRules.OtherStudy;

    /// <summary>Gets the sentence: every difference, what each one offers, and how to begin afresh.</summary>
    /// <param name="mismatch">What differs.</param>
    /// <param name="isInStore">Whether a store keeps the study, where others may search it.</param>
    public static string Of(StudyMismatchException mismatch, bool isInStore)
    {
        if (isInStore)
        {
            string goesOn = string.Concat(mismatch.Differences.Select(difference => StoreOffer(difference.Name)));
            return $"Study '{mismatch.Header.Name}' of the store is another one: {string.Join("; ", mismatch.Differences)}. "
                + $"{goesOn}Go back to what is recorded, or begin another study with -p:{StudySettings.StoreStudy.Property}=NAME.";
        }

        string offers = string.Concat(mismatch.Differences.Select(difference => Offer(difference.Name)));
        return $"Study '{mismatch.Header.Name}' cannot go on as asked: {string.Join("; ", mismatch.Differences)}. "
            + $"{offers}Go back to what is recorded, or begin afresh with -p:HypertuneForce=true, which keeps the old trials in an archive.";
    }

    /// <summary>Gets what else can be done about an objective that has changed.</summary>
    public static string ObjectiveRemedy(ObjectiveChange change) => change.Answer == ObjectiveChangeAnswer.Warn
        ? " -p:HypertuneObjectiveChange=remeasure evaluates the best again the next time it changes, fresh begins afresh, fail stops; "
            + "-p:HypertuneForce=true begins afresh now."
        : string.Empty;

    // Trials that others use stay as they are.
    private static string StoreOffer(string difference) => difference switch
    {
        "method" or "method options" => Offer(difference),
        "objective" => "What decides the loss has changed: -p:HypertuneObjectiveChange=warn goes on all the same, remeasure evaluates the best again. ",
        _ => string.Empty,
    };

    private static string Offer(string difference) => difference switch
    {
        "space" => "Trials of different spaces do not mix: -p:HypertuneSpaceChange=migrate carries over those that still have a meaning, fresh begins afresh; "
            + "both keep the old trials in an archive. ",
        "method" => "-p:HypertuneMethodChange=accept goes on with the other method, which learns from all trials. ",
        "method options" => "-p:HypertuneMethodChange=accept goes on with the other options. ",
        "objective" => "What decides the loss has changed: -p:HypertuneObjectiveChange=warn goes on all the same, "
            + "remeasure evaluates the best again, fresh begins afresh. ",
        _ => string.Empty,
    };
}
