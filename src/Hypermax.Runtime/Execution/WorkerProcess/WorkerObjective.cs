using Hypermax.Settings;

namespace Hypermax.Execution.WorkerProcess;

/// <summary>An objective that a worker offers, as its ready line describes it.</summary>
/// <param name="Name">The name of the study.</param>
/// <param name="Space">The space that parameters are drawn from.</param>
/// <param name="Position">Where the method is declared.</param>
public sealed record WorkerObjective(string Name, SearchSpace Space, SourcePosition Position)
{
    /// <summary>Gets the figures that are made small or large; empty for a method that returns a number, whose direction is a setting.</summary>
    public IReadOnlyList<ObjectiveGoal> Goals { get; init; } = [];

    /// <summary>Gets the figures that must stay within bounds.</summary>
    public IReadOnlyList<OutcomeConstraint> Constraints { get; init; } = [];

    /// <summary>Gets what the attribute on the method says.</summary>
    internal SettingSet Settings { get; init; } = SettingSet.Empty;

    /// <summary>Gets what is wrong with the attribute, one sentence each; the compiler says most of it before.</summary>
    internal IReadOnlyList<string> Violations { get; init; } = [];
}
