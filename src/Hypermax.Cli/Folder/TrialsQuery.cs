namespace Hypermax.Folder;

/// <summary>Which trials are listed, and how.</summary>
/// <param name="Sort">The column to sort by.</param>
/// <param name="IsDescending">Whether the largest come first.</param>
/// <param name="Filters">What must hold.</param>
/// <param name="Limit">How many at most.</param>
/// <param name="Trial">The one trial to show whole, or null for a table.</param>
/// <param name="LogLines">How many lines of its log.</param>
internal sealed record TrialsQuery(
    string Sort = "trial", bool IsDescending = false, IReadOnlyList<string>? Filters = null, int Limit = int.MaxValue, int? Trial = null, int LogLines = 40)
{
    public IReadOnlyList<string> Filters { get; } = Filters ?? [];
}
