namespace Hypermax.Charts.Scales;

/// <summary>A mark on an axis.</summary>
/// <param name="Value">Where it stands.</param>
/// <param name="Label">Its text; empty for a minor tick.</param>
internal readonly record struct Tick(double Value, string Label);
