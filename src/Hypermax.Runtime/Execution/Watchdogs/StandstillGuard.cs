namespace Hypermax.Execution.Watchdogs;

/// <summary>Tells a trial that was silent from a machine that stood still.</summary>
/// <remarks>
/// When the whole machine is held up, what a trial printed meanwhile has not been read yet, and its silence is as much ours as
/// its own. One look that comes far too late therefore judges nothing; the next one does, however late it is, so that a machine
/// that is always busy has its limits kept too.
/// </remarks>
internal sealed class StandstillGuard
{
    /// <summary>More than any thread that is ready waits for its turn on a machine that is merely busy.</summary>
    private static readonly TimeSpan TooLate = TimeSpan.FromMilliseconds(250);

    private bool _hasWaited;

    /// <summary>Tells whether silence may be judged at this look.</summary>
    /// <param name="late">How much later than planned the look comes.</param>
    public bool MayJudge(TimeSpan late)
    {
        _hasWaited = late > TooLate && !_hasWaited;
        return !_hasWaited;
    }
}
