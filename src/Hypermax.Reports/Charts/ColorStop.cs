namespace Hypermax.Charts;

/// <summary>A value and its colour.</summary>
/// <param name="Value">The value.</param>
/// <param name="Color">The colour.</param>
internal readonly record struct ColorStop(double Value, Rgb Color);
