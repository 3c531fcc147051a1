using Xunit;

namespace Hypermax.Xunit;

/// <summary>A fact that knows where it stands, as those of xunit 3 do, so that results are shown there.</summary>
/// <param name="sourceFilePath">The file, or null.</param>
/// <param name="sourceLineNumber">The line; below 1 where it is not known.</param>
public abstract class LocatedFactAttribute(string? sourceFilePath, int sourceLineNumber) : FactAttribute
{
    /// <summary>Gets the file in which the attribute stands, or null.</summary>
    public string? SourceFilePath { get; } = sourceFilePath;

    /// <summary>Gets the line, or null.</summary>
    public int? SourceLineNumber { get; } = sourceLineNumber < 1 ? null : sourceLineNumber;
}
