using Hypermax.Budgets;
using Hypermax.Pruning;
using Hypermax.Sampling;
using Hypermax.Spaces;
using Hypermax.Spaces.Trees;
using Hypermax.Storage;

namespace Hypermax.Studies;

/// <summary>Options of a study that are allowed but unlikely to be intended.</summary>
internal static class StudyAdvice
{
    private const int SilentTrials = 3;

    public static IReadOnlyList<string> Of(StudyOptions options, StudyHeader header, SpaceGeometry geometry, ISampler sampler, int added)
    {
        List<string> advice = [];
        int startup = sampler.StartupTrials(geometry);
        if (options.Stages.Count == 0 && options.Trials + added <= startup && !IsSmaller(geometry, options.Trials))
        {
            advice.Add(
                FormattableString.Invariant($"The method '{sampler.Name}' learns nothing from its first {Errors.Counted.Of(startup, "trial")} in this space, ")
                + FormattableString.Invariant($"and the study has only {options.Trials}. Ask for several times as many, or choose 'sobol' or 'random'."));
        }

        if (header.Lag is int lag && lag < options.Workers)
        {
            advice.Add(
                FormattableString.Invariant($"The study was begun with lag {lag}, so no more than {lag} of the {options.Workers} workers can be busy at ")
                + "once. Lag and order are fixed when a study begins; begin a new one to use more.");
        }

        return advice;
    }

    /// <summary>Gets what is amiss where a pruner has nothing to judge, or budgets change nothing; null where all is well, or nobody can tell yet.</summary>
    public static string? OnReports(StudyOptions options, IReadOnlyList<TrialRecord> trials)
    {
        TrialRecord[] continued = [.. trials.Where(trial => trial is { Budget.Continues: not null, HasValue: true })];
        if (continued.Length >= SilentTrials && Array.TrueForAll(continued, trial => trial.Value == trials[trial.Budget!.Continues!.Value].Value))
        {
            return FormattableString.Invariant($"The objective seems to ignore its budget: all {continued.Length} trials that went on to a larger one have ")
                + "the very value that they had before. Let it run as long as trial.Budget says (HYPERMAX_BUDGET for a program), or leave the budgets out.";
        }

        string? pruner = options.Pruner is NoPruner ? null
            : options.Pruner?.Name ?? (options.Fidelity is not null && Schedules.NameIn(options) is null or Schedules.Default ? Schedules.Default : null);
        TrialRecord[] complete = [.. trials.Where(trial => trial.IsComplete && !trial.IsAdded)];
        return pruner is not null && complete.Length >= SilentTrials && complete.All(trial => trial.Outcome!.Reports.Count == 0)
            ? FormattableString.Invariant($"The pruner '{pruner}' had nothing to judge: none of {complete.Length} complete trials reported on its way. ")
                + "Report one at every step, such as trial.Report(loss, epoch), and end early where trial.ShouldPrune; or leave the pruner out."
            : null;
    }

    // A space with fewer points than trials is searched completely, by whatever method.
    private static bool IsSmaller(SpaceGeometry geometry, int trials) => Cardinality.Log10(geometry.Space) <= Math.Log10(trials);
}
