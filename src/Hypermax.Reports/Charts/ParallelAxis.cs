namespace Hypermax.Charts;

/// <summary>One axis of parallel coordinates.</summary>
/// <param name="Column">The column of its values; an empty cell, as of an inactive parameter, stands below the axis.</param>
/// <param name="Axis">The axis.</param>
internal sealed record ParallelAxis(string Column, Axis Axis);
