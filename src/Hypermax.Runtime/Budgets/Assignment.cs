namespace Hypermax.Budgets;

/// <summary>What a schedule decides for a trial.</summary>
/// <param name="Budget">The budget; it says which trial is continued, if any.</param>
public sealed record Assignment(TrialBudget Budget)
{
    /// <summary>Gets whether a new point should be drawn from the laws of the space instead of asking the sampler. By default false.</summary>
    public bool AtRandom { get; init; }

    /// <summary>Gets why, as a clause such as "best of 9 at budget 3"; null where there is nothing to say.</summary>
    public string? Note { get; init; }
}
