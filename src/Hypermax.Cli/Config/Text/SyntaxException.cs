namespace Hypermax.Config.Text;

/// <summary>A file is neither JSON nor YAML from some place on.</summary>
/// <param name="place">The place.</param>
/// <param name="message">What is wrong there, as sentences.</param>
internal sealed class SyntaxException(SourcePosition place, string message) : FormatException(message)
{
    /// <summary>Gets the place.</summary>
    public SourcePosition Place { get; } = place;
}
