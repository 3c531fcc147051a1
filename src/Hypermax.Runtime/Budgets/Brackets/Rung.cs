namespace Hypermax.Budgets.Brackets;

/// <summary>One step of a bracket: so many trials at one budget.</summary>
/// <param name="Trials">How many trials it has when it is full.</param>
/// <param name="Budget">Their budget.</param>
internal readonly record struct Rung(int Trials, long Budget);
