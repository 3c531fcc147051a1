using Hypermax.Generators.Roslyn;

namespace Hypermax.Generators.Generation.Studies.Model;

/// <summary>The figures of what an objective returns.</summary>
/// <param name="Goals">Those that are made small or large; at least one.</param>
/// <param name="Constraints">Those that must stay within bounds.</param>
/// <param name="Metrics">Other numbers, which are recorded beside them; name and property of each.</param>
internal sealed record ResultModel(
    EquatableArray<GoalModel> Goals, EquatableArray<ConstraintModel> Constraints, EquatableArray<MetricModel> Metrics);
