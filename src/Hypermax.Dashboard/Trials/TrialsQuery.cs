namespace Hypermax.Dashboard.Trials;

/// <summary>Which trials a page wants.</summary>
/// <param name="Filter">What they must pass; see <see cref="TrialExpression"/>.</param>
/// <param name="Sort">The column to sort by; empty for the number.</param>
/// <param name="IsDescending">Whether the largest come first.</param>
/// <param name="Numbers">The only trials to show, or null for all.</param>
internal sealed record TrialsQuery(string Filter, string Sort, bool IsDescending, IReadOnlyList<int>? Numbers = null);
