namespace Hypermax.Dashboard;

/// <summary>Keeps the last things that were made for a key, and no more of them than were allowed, however many keys people think of.</summary>
/// <remarks>Safe to use from several threads at once; what two want at once is made once.</remarks>
/// <param name="most">How many things are kept.</param>
internal sealed class LastKept<TKey, TValue>(int most)
    where TKey : notnull
{
    private readonly Lock _lock = new();
    private readonly LinkedList<(TKey Key, Lazy<TValue> Value)> _kept = [];

    /// <summary>Gets what was made for a key, or makes it.</summary>
    /// <param name="key">The key.</param>
    /// <param name="make">Makes it; what it throws is thrown again until the key is forgotten.</param>
    public TValue Get(TKey key, Func<TValue> make)
    {
        Lazy<TValue> value;
        lock (_lock)
        {
            (TKey Key, Lazy<TValue> Value) known = _kept.FirstOrDefault(entry => EqualityComparer<TKey>.Default.Equals(entry.Key, key));
            value = known.Value ?? new Lazy<TValue>(make);
            _ = known.Value is not null && _kept.Remove(known);
            _kept.AddFirst((key, value));
            if (_kept.Count > most)
            {
                _kept.RemoveLast();
            }
        }

        return value.Value;
    }

    /// <summary>Lets go of everything.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _kept.Clear();
        }
    }
}
