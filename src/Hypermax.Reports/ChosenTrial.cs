namespace Hypermax.Reports;

/// <summary>The trial of a front that becomes the tuned values.</summary>
/// <param name="Trial">The trial.</param>
/// <param name="Choice">How it was chosen, in the one form that files have: <c>knee</c>, weights, a limit, or its number.</param>
internal sealed record ChosenTrial(TrialRecord Trial, string Choice);
