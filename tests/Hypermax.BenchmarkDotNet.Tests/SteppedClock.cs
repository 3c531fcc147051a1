namespace Hypermax.Tests;

/// <summary>A clock that moves only when a test says so.</summary>
internal sealed class SteppedClock : TimeProvider
{
    private long _now;

    public override long TimestampFrequency => 1_000_000_000;

    public override long GetTimestamp() => _now;

    public void Advance(double nanoseconds) => _now += (long)nanoseconds;
}
