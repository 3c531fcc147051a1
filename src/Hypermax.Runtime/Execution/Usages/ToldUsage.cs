using System.Diagnostics;

namespace Hypermax.Execution.Usages;

/// <summary>What a trial uses elsewhere, as was said last; followed like a trial of this process from when it is said first.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
/// <param name="job">The trial.</param>
internal sealed class ToldUsage(TrialJob job) : IUsageSource
{
    // Whoever runs it says something every few seconds, or every ten where it is slow to be said.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly object _gate = new();
    private UsageDesk.Following _following;
    private RunningUsage? _last;
    private long _heard;
    private bool _isFollowed;
    private bool _hasEnded;

    public TrialJob Job => job;

    /// <summary>Gets how long it has run; zero while nothing is known of what it uses.</summary>
    public TimeSpan Elapsed
    {
        get
        {
            lock (_gate)
            {
                return _last is { } usage && Stopwatch.GetElapsedTime(_heard) < Patience ? TimeSpan.FromSeconds(usage.Seconds) : TimeSpan.Zero;
            }
        }
    }

    public RunningUsage Measure()
    {
        lock (_gate)
        {
            return (_last ?? default) with { Number = job.Number };
        }
    }

    /// <summary>Takes what is said, unless no trial can use that.</summary>
    public void Take(RunningUsage usage)
    {
        if (!usage.IsPossible)
        {
            return;
        }

        lock (_gate)
        {
            (_last, _heard) = (usage, Stopwatch.GetTimestamp());
            if (_isFollowed)
            {
                return;
            }

            _isFollowed = true;
        }

        // Outside of the lock, for the desk asks while it holds its own.
        UsageDesk.Following following = UsageDesk.Shared.Follow(this);
        lock (_gate)
        {
            _following = following;
            if (!_hasEnded)
            {
                return;
            }
        }

        following.Dispose();
    }

    /// <summary>Forgets it, for the trial has begun anew somewhere.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _last = null;
        }
    }

    /// <summary>Ends with the trial.</summary>
    public void End()
    {
        UsageDesk.Following following;
        lock (_gate)
        {
            (following, _hasEnded) = (_following, true);
        }

        following.Dispose();
    }
}
