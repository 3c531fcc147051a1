namespace Hypermax.Generators.Generation.Tuned.Model;

/// <summary>Why a tuned file cannot be read.</summary>
/// <param name="Message">What was expected, as the end of a sentence.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="IsConflict">Whether a merge left both sides of a conflict in it.</param>
internal sealed record TunedDamage(string Message, int Line, int Column, bool IsConflict = false);
