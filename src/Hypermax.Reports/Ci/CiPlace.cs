namespace Hypermax.Ci;

/// <summary>A place as servers show it.</summary>
/// <param name="File">The path, relative to the repository where it lies in it, with slashes.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
internal readonly record struct CiPlace(string File, int Line, int Column);
