namespace Hypermax.Analysis.Findings;

/// <summary>Something the trials tell about the space, in words.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Statement">What was found, in one sentence.</param>
/// <param name="Evidence">The numbers that say so.</param>
/// <param name="Suggestion">What to change, in the words of where the space was declared: attributes, or the keys of a file; or null.</param>
/// <param name="Parameter">The name of the parameter it is about, or null when it is about the study.</param>
/// <param name="Position">Where the parameter is declared, or null when nobody knows.</param>
public sealed record Finding(
    FindingKind Kind, string Statement, string Evidence, string? Suggestion = null, string? Parameter = null, SourcePosition? Position = null)
{
    /// <summary>Gets statement, evidence and suggestion as one text.</summary>
    public override string ToString() => Suggestion is null ? $"{Statement} {Evidence}" : $"{Statement} {Evidence} {Suggestion}";
}
