namespace Hypermax;

/// <summary>A figure of a trial's outcome that must stay within bounds for the trial to be feasible.</summary>
/// <param name="Name">What the figure is called in files and reports.</param>
/// <param name="AtMost">The largest value that is feasible, or null for none.</param>
/// <param name="AtLeast">The smallest value that is feasible, or null for none.</param>
public sealed record OutcomeConstraint(string Name, double? AtMost = null, double? AtLeast = null);
