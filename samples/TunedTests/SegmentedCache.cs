namespace TunedTests;

/// <summary>A cache in two segments, each of which lets go of what was not used for longest: new entries are on probation until they prove useful.</summary>
public sealed class SegmentedCache
{
    private readonly int _hitsToProtect;
    private readonly Segment _probation;
    private readonly Segment _protected;

    /// <summary>Makes an empty cache.</summary>
    /// <param name="places">How many entries there is room for; 2 or more.</param>
    /// <param name="parameters">How the places are divided.</param>
    public SegmentedCache(int places, CacheParams parameters)
    {
        int kept = Math.Clamp((int)Math.Round(places * parameters.ProtectedShare), 1, places - 1);
        _hitsToProtect = parameters.HitsToProtect;
        _protected = new Segment(kept);
        _probation = new Segment(places - kept);
    }

    /// <summary>Asks for a key, which is in the cache afterwards.</summary>
    /// <returns>Whether it was there before.</returns>
    public bool Request(int key)
    {
        if (_protected.Touch(key) is not null)
        {
            return true;
        }

        if (_probation.Touch(key) is not { } hits)
        {
            _probation.Add(key, 0);
            return false;
        }

        if (hits >= _hitsToProtect)
        {
            _probation.Remove(key);
            if (_protected.Add(key, 0) is { } demoted)
            {
                _probation.Add(demoted, 0);
            }
        }

        return true;
    }

    private sealed class Segment(int places)
    {
        private readonly LinkedList<(int Key, int Hits)> _byAge = [];
        private readonly Dictionary<int, LinkedListNode<(int Key, int Hits)>> _entries = [];

        /// <summary>Counts a hit and makes the entry the youngest; null where there is none.</summary>
        public int? Touch(int key)
        {
            if (!_entries.TryGetValue(key, out LinkedListNode<(int Key, int Hits)>? entry))
            {
                return null;
            }

            _byAge.Remove(entry);
            entry.Value = (key, entry.Value.Hits + 1);
            _byAge.AddLast(entry);
            return entry.Value.Hits;
        }

        /// <summary>Adds an entry and returns the one that had to go, if any.</summary>
        public int? Add(int key, int hits)
        {
            int? gone = null;
            if (_entries.Count == places)
            {
                gone = _byAge.First!.Value.Key;
                Remove(gone.Value);
            }

            _entries[key] = _byAge.AddLast((key, hits));
            return gone;
        }

        public void Remove(int key)
        {
            _entries.Remove(key, out LinkedListNode<(int Key, int Hits)>? entry);
            _byAge.Remove(entry!);
        }
    }
}
