using Hypermax;

namespace TunedTests;

/// <summary>How a cache divides its places, and when it believes that an entry is worth keeping.</summary>
[SearchSpace]
public partial record CacheParams(
    [Uniform(0.05, 0.95)] double ProtectedShare = 0.5,   // of the places, kept for entries that have been asked for again
    [Choice(1, 2, 4, 8)] int HitsToProtect = 1);          // hits on probation before an entry is protected
