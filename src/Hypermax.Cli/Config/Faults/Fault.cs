using System.Globalization;

namespace Hypermax.Config.Faults;

/// <summary>One thing that is wrong with a configuration, or likely not meant.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Path">The path in the document, such as <c>function.parallel</c> or <c>hyperparameters.properties.rate.min</c>.</param>
/// <param name="Value">What stands there, shortened, or null.</param>
/// <param name="Text">What is wrong, what was expected, and the remedy, as sentences.</param>
internal sealed record Fault(SourcePosition Place, string Path, string? Value, string Text)
{
    /// <summary>Gets whether the search runs all the same.</summary>
    public bool IsWarning { get; init; }

    /// <summary>Gets the text as people and editors read it: <c>search.json(12,17): error: text</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Place.File}({Place.Line},{Place.Column}): {(IsWarning ? "warning" : "error")}: {Text}");
}
