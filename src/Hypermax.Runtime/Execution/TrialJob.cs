using Hypermax.Execution.Limits;
using Hypermax.Execution.Usages;

namespace Hypermax.Execution;

/// <summary>One trial as an executor sees it.</summary>
public sealed record TrialJob
{
    /// <summary>Gets the number of the trial.</summary>
    public required int Number { get; init; }

    /// <summary>Gets the space of the point.</summary>
    public required SearchSpace Space { get; init; }

    /// <summary>Gets the point to evaluate.</summary>
    public required Point Point { get; init; }

    /// <summary>Gets the seed for the trial's own random draws.</summary>
    public required int Seed { get; init; }

    /// <summary>Gets the slot the trial runs in, from 0; no two trials run in one slot at once.</summary>
    public int Slot { get; init; }

    /// <summary>Gets the folder that belongs to the study, for logs and artifacts, or null when nothing is kept on disk.</summary>
    public string? StudyFolder { get; init; }

    /// <summary>Gets the budget up to which the trial runs, whatever it continues; null in a study without budgets.</summary>
    public double? Budget { get; init; }

    /// <summary>Gets the number of the trial whose checkpoint it continues from; null for a new start.</summary>
    public int? Continues { get; init; }

    /// <summary>Gets whether the budget is smaller than that of a whole trial.</summary>
    public bool IsPartial { get; init; }

    /// <summary>Gets whether this is the short run before the whole trial, whose value counts for nothing.</summary>
    public bool IsPrecheck { get; init; }

    /// <summary>Gets what the trial may use, in the place of what the executor was made with; null for that.</summary>
    public TrialLimits? Limits { get; init; }

    /// <summary>Gets what is called with every intermediate value; returns whether the trial should be pruned. Null when nobody listens.</summary>
    public Func<TrialReport, bool>? Reported { get; init; }

    /// <summary>Gets where it is told what the trial uses while it runs, beside the folder of the study; null for nowhere.</summary>
    internal IUsageBoard? Usages { get; init; }
}
