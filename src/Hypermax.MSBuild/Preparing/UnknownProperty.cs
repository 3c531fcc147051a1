namespace Hypermax.Build.Preparing;

/// <summary>A property that looks like a setting and is none.</summary>
/// <param name="Name">What was written.</param>
/// <param name="Nearest">What was probably meant, or null.</param>
/// <param name="File">Where it stands, or null for the command line.</param>
/// <param name="Line">The line, from 1; 0 for none.</param>
/// <param name="Column">The column, from 1; 0 for none.</param>
internal sealed record UnknownProperty(string Name, string? Nearest, string? File, int Line, int Column);
