namespace Hypermax.Generators.Generation.Studies.Model;

/// <summary>A figure of a result that must stay within bounds.</summary>
/// <param name="Name">The name of the figure.</param>
/// <param name="Member">The property as code names it.</param>
/// <param name="AtMost">The largest feasible value, or null.</param>
/// <param name="AtLeast">The smallest feasible value, or null.</param>
internal sealed record ConstraintModel(string Name, string Member, double? AtMost, double? AtLeast);
