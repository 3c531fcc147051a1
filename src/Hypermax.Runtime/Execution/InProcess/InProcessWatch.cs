using System.Diagnostics;
using Hypermax.Execution.Limits;
using Hypermax.Execution.Watchdogs;

namespace Hypermax.Execution.InProcess;

/// <summary>Waits for an objective in this process, and for reasons to stop waiting.</summary>
internal static class InProcessWatch
{
    /// <summary>How soon to look again when a moment has passed already; waits end a little early on some clocks.</summary>
    private static readonly TimeSpan Soonest = TimeSpan.FromMilliseconds(5);

    /// <summary>Waits until the work is done, or a limit or the end of the search was reached and the grace is over.</summary>
    /// <returns>The reason to stop, or null when the work ended by itself.</returns>
    public static async Task<LimitBreach?> WaitAsync(
        Task work, TrialNotes notes, CancellationTokenSource stop, TrialLimits limits, CancellationToken cancellation)
    {
        LimitBreach? breach = limits.HasAny
            ? await WaitForLimitAsync(work, notes, stop, limits, cancellation).ConfigureAwait(false)
            : await WaitAsync(work, cancellation).ConfigureAwait(false);
        if (breach is null)
        {
            return null;
        }

        // Callbacks that user code hung on the token must not hold us up.
        _ = stop.CancelAsync();
        await Task.WhenAny(work, LongWaits.DelayAsync(limits.Grace, CancellationToken.None)).ConfigureAwait(false);
        return breach;
    }

    private static async Task<LimitBreach?> WaitAsync(Task work, CancellationToken cancellation)
    {
        if (!work.IsCompleted)
        {
            await work.WaitAsync(cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return work.IsCompleted ? null : LimitBreach.Cancelled;
    }

    private static async Task<LimitBreach?> WaitForLimitAsync(
        Task work, TrialNotes notes, CancellationTokenSource stop, TrialLimits limits, CancellationToken cancellation)
    {
        StandstillGuard standstill = new();
        while (true)
        {
            long look = Stopwatch.GetTimestamp();
            TimeSpan elapsed = notes.Elapsed;
            TimeSpan silent = notes.Silence;
            TimeSpan left = Smallest(limits.WallTime - elapsed, limits.Silence - silent, stop.IsCancellationRequested ? null : limits.SoftWallTime - elapsed);
            left = left > Soonest ? left : Soonest;
            await work.WaitAsync(left, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            TimeSpan late = Stopwatch.GetElapsedTime(look) - left;
            elapsed = notes.Elapsed;
            if (work.IsCompleted)
            {
                return null;
            }

            if (cancellation.IsCancellationRequested)
            {
                return LimitBreach.Cancelled;
            }

            if (elapsed >= limits.WallTime)
            {
                return LimitBreach.WallTime(limits.WallTime.Value);
            }

            if (standstill.MayJudge(late) && notes.Silence >= limits.Silence)
            {
                return LimitBreach.Silence(limits.Silence.Value);
            }

            if (elapsed >= limits.SoftWallTime && !stop.IsCancellationRequested)
            {
                _ = stop.CancelAsync();
            }
        }
    }

    // Waits end a little early on some clocks; a millisecond more saves a round.
    private static TimeSpan Smallest(params ReadOnlySpan<TimeSpan?> times)
    {
        TimeSpan smallest = LongWaits.Longest;
        foreach (TimeSpan? time in times)
        {
            smallest = time < smallest ? time.Value : smallest;
        }

        return smallest <= TimeSpan.Zero ? TimeSpan.Zero : smallest + TimeSpan.FromMilliseconds(1);
    }
}
