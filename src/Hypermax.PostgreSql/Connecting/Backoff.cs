using System.Diagnostics;

namespace Hypermax.PostgreSql.Connecting;

/// <summary>Waits longer and longer between attempts, each time a little different so that many processes do not come back at once.</summary>
internal sealed class Backoff
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private readonly long _began = Stopwatch.GetTimestamp();
    private TimeSpan _next = TimeSpan.FromMilliseconds(20);

    /// <summary>Gets how long it has been at it.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_began);

    /// <summary>Waits before the next attempt.</summary>
    /// <param name="patience">After how long there is none.</param>
    /// <returns>Whether there is to be one.</returns>
    public bool Wait(TimeSpan patience)
    {
        TimeSpan left = patience - Elapsed;
        if (left <= TimeSpan.Zero)
        {
            return false;
        }

        // Any spread will do; it need not repeat.
        double part = 0.5 + ((Stopwatch.GetTimestamp() ^ Environment.ProcessId) % 64 / 128.0);
        TimeSpan pause = _next * part;
        Thread.Sleep(pause < left ? pause : left);
        _next = _next * 2 < Longest ? _next * 2 : Longest;
        return true;
    }
}
