using Hypermax;
using Hypermax.Testing;
using Hypermax.Xunit;

namespace TunedTests;

/// <summary>The tuned values of the cache, and what can be tuned at all, looked at by every test run.</summary>
public class CacheTests
{
    // Evaluates what MissRate.hypertune.json holds with the code of today, and fails when it has got worse than recorded there.
    [TunedFact(typeof(Tuning), nameof(Tuning.MissRate), MaxLossIncrease = 0.002)]
    public void MissRate_TunedValues_AreAsGoodAsRecorded(TunedVerdict verdict) => Assert.False(verdict.IsWorse);

    // A search as a test: is there a cache that walks through all articles leave useful?
    [Trait("Kind", "search")]
    [Tune(Trials = 30, Target = 0.75, Seed = 1)]
    public double MissRate_HalfOfTheRequestsAreWalks_IsBelowThreeQuarters(CacheParams p, TrialContext trial) =>
        Traffic.MissRate(new SegmentedCache(places: 200, p), requests: 20_000, walks: 0.5, trial.Random);

    [Fact]
    public void Request_KeyAskedForTwice_IsAHit()
    {
        SegmentedCache cache = new(places: 10, Tuning.Tuned.MissRate);

        Assert.False(cache.Request(1));
        Assert.True(cache.Request(1));
    }
}
