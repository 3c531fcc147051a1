using Hypermax.Sampling.Atpe.Choosing;
using Hypermax.Sampling.Atpe.Filtering;
using Hypermax.Sampling.Atpe.Locking;
using Hypermax.Sampling.Tpe;

namespace Hypermax.Sampling.Atpe.Learned;

/// <summary>One of the few settings that a learned policy chooses from.</summary>
/// <param name="Name">What it is called in a manifest and in an explanation.</param>
/// <param name="Tpe">The settings of the estimator.</param>
/// <param name="Filter">Which trials it does not see.</param>
/// <param name="Lock">Which parameters are taken from it.</param>
internal sealed record PolicyAction(string Name, TpeOptions Tpe, TrialFilter Filter, LockRule Lock)
{
    private static readonly TrialFilter Everything = new(TrialFilterMode.None, 1);
    private static readonly LockRule Locks = new() { Cutoff = 0.9, Probability = 0.5, TopPercent = 0, IsCoherent = true };

    /// <summary>Gets all actions: the plain estimator first, then others that differ from it in one thing.</summary>
    public static IReadOnlyList<PolicyAction> All { get; } =
    [
        new("plain", TpeOptions.Default, Everything, LockRule.Nothing),
        new("lock", TpeOptions.Default, Everything, Locks),
        new("lock_seldom", TpeOptions.Default, Everything, Locks with { Probability = 0.25 }),
        new("lock_to_top", TpeOptions.Default, Everything, Locks with { TopPercent = 10 }),
        new("lock_strong", TpeOptions.Default, Everything, Locks with { Cutoff = -0.5 }),
        new("few_good", TpeOptions.Default with { Gamma = 0.08 }, Everything, LockRule.Nothing),
        new("many_good", TpeOptions.Default with { Gamma = 0.25 }, Everything, LockRule.Nothing),
        new("greedy", TpeOptions.Default with { Candidates = 64 }, Everything, LockRule.Nothing),
        new("curious", TpeOptions.Default with { Candidates = 8 }, Everything, LockRule.Nothing),
        new("narrow", TpeOptions.Default with { BandwidthFloor = 0.01 }, Everything, LockRule.Nothing),
        new("wide", TpeOptions.Default with { BandwidthFloor = 0.1 }, Everything, LockRule.Nothing),
        new("recent", TpeOptions.Default, new TrialFilter(TrialFilterMode.Age, 2.5), LockRule.Nothing),
    ];

    /// <summary>Gets the names of the inputs that tell a model which action is meant.</summary>
    public static IReadOnlyList<string> KnobNames { get; } = [.. All.Select(action => "is_" + action.Name)];

    /// <summary>Gets the action's settings with words.</summary>
    public AtpeSettings With(string words) => new(Tpe, Filter, Lock, words);
}
