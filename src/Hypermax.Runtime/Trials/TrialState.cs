namespace Hypermax;

/// <summary>Where a trial stands; finished states never change.</summary>
public enum TrialState
{
    /// <summary>Asked for, not yet told.</summary>
    Running,

    /// <summary>Finished with a value.</summary>
    Complete,

    /// <summary>Stopped by a pruner; the last report is its value.</summary>
    Pruned,

    /// <summary>Ended without a value of its own; see <see cref="FailureKind"/>.</summary>
    Failed,

    /// <summary>Finished with a value at a smaller budget than the whole one; see <see cref="TrialBudget"/>.</summary>
    Partial,
}
