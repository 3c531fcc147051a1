namespace Hypermax.Sampling.Atpe.Published;

/// <summary>What the cascade gave for one setting.</summary>
/// <param name="Predictions">What the model said: the number, or the probability of each value of a mode.</param>
/// <param name="Probabilities">The stretched probabilities of a mode's values; empty for a number.</param>
/// <param name="Value">The number within its bounds, or the index of the mode's value.</param>
/// <param name="Applies">Whether the chosen modes leave the number any use.</param>
/// <param name="Reasons">The inputs that moved it most.</param>
internal sealed record PredictedSetting(double[] Predictions, double[] Probabilities, double Value, bool Applies, IReadOnlyList<Reason> Reasons);
