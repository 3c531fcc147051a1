namespace Hypermax.Generators.Generation.Spaces.Model;

/// <summary>A place in the source, as plain data.</summary>
/// <param name="File">The path as the compiler knows it.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
internal sealed record PositionModel(string File, int Line, int Column);
