namespace Hypermax.Sampling;

/// <summary>A point that a sampler proposes, and why.</summary>
/// <param name="Vector">The point in vector form; owned by the receiver.</param>
/// <param name="Insight">Why it was proposed.</param>
public sealed record Proposal(double[] Vector, Insight Insight)
{
    /// <summary>Gets the proposal that says every point of a finite space has been tried.</summary>
    public static Proposal Exhausted { get; } = new([], new Insight("exhausted"));

    /// <summary>Gets whether this says that every point of a finite space has been tried: there is no point then.</summary>
    public bool IsExhausted => ReferenceEquals(this, Exhausted);

    /// <summary>Gets what the trial may spend, which the study adds; null where it has no budgets.</summary>
    internal TrialBudget? Budget { get; init; }

    /// <summary>Gets whether the sampler goes through a list: its next attempt is the next point, until it is exhausted. By default false.</summary>
    /// <remarks>Where relations bind a proposal to a point that was tried, the study then takes the next attempt instead of a point beside it.</remarks>
    public bool IsListed { get; init; }
}
