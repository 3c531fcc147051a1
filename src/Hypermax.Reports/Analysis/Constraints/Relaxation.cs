namespace Hypermax.Analysis.Constraints;

/// <summary>What a bound that is less strict would give.</summary>
/// <param name="By">By how much the bound would have to move, in units of the figure.</param>
/// <param name="Bound">The constraint as it would then be.</param>
/// <param name="Value">The value of the objective.</param>
/// <param name="Trial">The trial that has it.</param>
internal sealed record Relaxation(double By, OutcomeConstraint Bound, double Value, TrialRecord Trial);
