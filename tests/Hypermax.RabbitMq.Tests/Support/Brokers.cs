using Hypermax.TestSupport;

namespace Hypermax.RabbitMq.Tests.Support;

/// <summary>The broker of all tests that leave it running; started by the first one, and it ends with the process.</summary>
internal static class Brokers
{
    private static readonly Lazy<RabbitServer> Started = new(RabbitServer.Start);

    private static int _count;

    public static RabbitServer Shared => Started.Value;

    /// <summary>Gets a name that no other queue has.</summary>
    public static string NextQueue() => FormattableString.Invariant($"queue {Interlocked.Increment(ref _count)}");
}
