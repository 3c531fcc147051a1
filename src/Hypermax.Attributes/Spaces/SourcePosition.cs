namespace Hypermax;

/// <summary>A place in the user's source code.</summary>
/// <param name="File">The path, relative to the project where the generator knows it.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Column">The column, counted from 1.</param>
public sealed record SourcePosition(string File, int Line, int Column);
