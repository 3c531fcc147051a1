using Hypermax;

namespace TunedTests;

/// <summary>What the cache is tuned for.</summary>
public static partial class Tuning
{
    /// <summary>The share of a day's requests that the cache misses; other requests in every trial.</summary>
    [Objective(Trials = 60)]
    public static double MissRate(CacheParams p, TrialContext trial) =>
        Traffic.MissRate(new SegmentedCache(places: 200, p), requests: 20_000, walks: 0.3, trial.Random);
}
