namespace Hypermax.Ci;

/// <summary>Something a search has to say about a place in the source: a finding, trials that a limit ended, a stale file, a condition that holds.</summary>
/// <param name="Level">How much it matters.</param>
/// <param name="Rule">The id of the rule, such as <c>HMXB0008</c>.</param>
/// <param name="Title">What the rule is about, in a few words.</param>
/// <param name="Text">What it says; may have several lines.</param>
/// <param name="Position">Where, with an absolute path; null for the project.</param>
public sealed record CiRemark(CiLevel Level, string Rule, string Title, string Text, SourcePosition? Position = null);
