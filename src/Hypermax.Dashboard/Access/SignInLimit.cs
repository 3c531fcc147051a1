using System.Net;
using System.Threading.RateLimiting;

namespace Hypermax.Dashboard.Access;

/// <summary>How often somebody may try to sign in: from one address, and from all together.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
internal sealed class SignInLimit : IDisposable
{
    private readonly PartitionedRateLimiter<IPAddress> _limiter = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<IPAddress, IPAddress>(address => Window(address, 10)),
        PartitionedRateLimiter.Create<IPAddress, IPAddress>(_ => Window(IPAddress.Any, 60)));

    /// <summary>Tries.</summary>
    public RateLimitLease Try(IPAddress? address) => _limiter.AttemptAcquire(address ?? IPAddress.Loopback);

    public void Dispose() => _limiter.Dispose();

    private static RateLimitPartition<IPAddress> Window(IPAddress address, int tries) => RateLimitPartition.GetSlidingWindowLimiter(
        address,
        _ => new SlidingWindowRateLimiterOptions { PermitLimit = tries, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6, QueueLimit = 0 });
}
