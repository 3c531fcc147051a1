namespace Hypermax.Generators.Generation.Studies.Model;

/// <summary>A figure of a result that is made small or large.</summary>
/// <param name="Name">The name of the figure.</param>
/// <param name="Member">The property as code names it.</param>
/// <param name="IsMaximised">Whether larger values are better.</param>
internal sealed record GoalModel(string Name, string Member, bool IsMaximised);
