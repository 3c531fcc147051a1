namespace TunedTests;

/// <summary>Requests as a shop sees them: few articles are asked for often, and now and then somebody walks through all of them.</summary>
public static class Traffic
{
    private const int Articles = 2_000;

    /// <summary>The share of requests that a cache could not answer.</summary>
    /// <param name="cache">A cache without entries.</param>
    /// <param name="requests">How many requests there are.</param>
    /// <param name="walks">The share of them that belongs to walks through the articles, 0 to 1.</param>
    /// <param name="random">Where the requests come from.</param>
    public static double MissRate(SegmentedCache cache, int requests, double walks, Random random)
    {
        int misses = 0;
        int next = 0;
        for (int i = 0; i < requests; i++)
        {
            int article = random.NextDouble() < walks ? next++ % Articles : Popular(random);
            if (!cache.Request(article))
            {
                misses++;
            }
        }

        return (double)misses / requests;
    }

    // The popularity of articles falls by a power of their rank.
    private static int Popular(Random random) => (int)(Articles * Math.Pow(random.NextDouble(), 4));
}
