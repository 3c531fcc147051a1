namespace Hypermax.Spaces.SearchJson;

/// <summary>Goes on after a part that breaks a rule, so that people hear of all at once.</summary>
internal sealed class SearchJsonFaults
{
    private readonly List<SearchJsonFault> _found = [];

    /// <summary>Reads a part; null where it breaks a rule.</summary>
    public T? Try<T>(Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (SearchJsonException error)
        {
            _found.AddRange(error.Faults);
            return null;
        }
    }

    /// <summary>Throws when a part broke a rule.</summary>
    /// <exception cref="SearchJsonException">Something was found.</exception>
    public void ThrowIfAny()
    {
        if (_found.Count > 0)
        {
            throw new SearchJsonException(_found);
        }
    }
}
