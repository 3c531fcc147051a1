using Hypermax.Errors;
using Hypermax.Reports;

namespace Hypermax.Summary;

/// <summary>The trials that one method or phase proposed, and why it did: what <c>auto</c> chose can be seen from these.</summary>
/// <param name="Method">The method and phase, such as <c>auto/gp</c>.</param>
/// <param name="Count">How many trials.</param>
/// <param name="First">The number of the first of them.</param>
/// <param name="Last">The number of the last.</param>
/// <param name="Reason">The reason given with the last of them that has one, or null.</param>
internal sealed record ProposalGroup(string Method, int Count, int First, int Last, string? Reason)
{
    /// <summary>Groups the trials of a study, in the order in which their methods first proposed one.</summary>
    /// <param name="data">The study.</param>
    public static IReadOnlyList<ProposalGroup> Of(StudyData data) =>
    [
        .. data.Trials
            .Where(trial => trial.Insight is not null)
            .GroupBy(trial => trial.Insight!.Method, StringComparer.Ordinal)
            .Select(group => new ProposalGroup(
                group.Key,
                group.Count(),
                group.First().Number,
                group.Last().Number,
                group.LastOrDefault(trial => trial.Insight!.Note is not null)?.Insight!.Note))
            .OrderBy(group => group.First),
    ];

    /// <summary>Gets a line such as <c>auto/gp: 88 trials, 8 to 99; at the last of them: …</c>.</summary>
    public override string ToString()
    {
        string trials = Count == 1
            ? FormattableString.Invariant($"trial {First}")
            : FormattableString.Invariant($"{Counted.Of(Count, "trial")}, {First} to {Last}");
        return $"{Method}: {trials}{(Reason is null ? string.Empty : $"; lately because {Reason}")}";
    }
}
