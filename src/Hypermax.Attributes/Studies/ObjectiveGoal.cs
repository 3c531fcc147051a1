namespace Hypermax;

/// <summary>One of the figures that a study makes small or large.</summary>
/// <param name="Name">What the figure is called in files and reports; different from the others of its study.</param>
/// <param name="Direction">Which values are better.</param>
public sealed record ObjectiveGoal(string Name, Direction Direction = Direction.Minimize);
