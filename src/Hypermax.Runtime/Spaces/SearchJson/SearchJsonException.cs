namespace Hypermax.Spaces.SearchJson;

/// <summary>A <c>search.json</c> breaks rules; the message lists all of them, one a line.</summary>
/// <param name="faults">What is wrong; at least one.</param>
internal sealed class SearchJsonException(IReadOnlyList<SearchJsonFault> faults) : FormatException(string.Join('\n', faults.Select(fault => fault.Text)))
{
    /// <summary>Gets what is wrong, in the order of the text.</summary>
    public IReadOnlyList<SearchJsonFault> Faults { get; } = faults;
}
