namespace Hypermax.Benchmarking.Measuring;

/// <summary>Counts what calls allocate.</summary>
internal static class Allocations
{
    private const int Calls = 8;
    private const int Rounds = 3;

    /// <summary>Gets the bytes of one call: the least of a few rounds, since the runtime sometimes allocates for itself.</summary>
    public static double PerCall(Action action)
    {
        long least = long.MaxValue;
        for (int round = 0; round < Rounds; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int call = 0; call < Calls; call++)
            {
                action();
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return (double)least / Calls;
    }
}
