using Hypermax.Execution.Limits;

namespace Hypermax.Chaos.Cases;

/// <summary>A program and what must be recorded when it runs.</summary>
/// <param name="Program">Its name.</param>
/// <param name="Targets">The executors it makes sense for.</param>
/// <param name="Failure">The recorded kind; none for a trial that completes.</param>
/// <param name="Value">The recorded value.</param>
public sealed record ChaosCase(string Program, ChaosTarget Targets, FailureKind Failure, double Value = double.NaN)
{
    /// <summary>Gets the limits the program runs under.</summary>
    public TrialLimits Limits { get; init; } = TrialLimits.None;

    /// <summary>Gets the executors whose processes only a control group can hold here;
    /// elsewhere the case is out of their reach, as docs/guide/limits.md says.</summary>
    public ChaosTarget NeedsControlGroup { get; init; }

    /// <summary>Tells whether a kind of executor can be put to the case.</summary>
    /// <param name="target">The kind.</param>
    /// <param name="hasControlGroups">Whether the executor may make control groups on this machine.</param>
    public bool IsFor(ChaosTarget target, bool hasControlGroups) => Targets.HasFlag(target) && (hasControlGroups || !NeedsControlGroup.HasFlag(target));

    /// <summary>Gets the recorded state.</summary>
    public TrialState State => Failure == FailureKind.None ? TrialState.Complete : TrialState.Failed;
}
