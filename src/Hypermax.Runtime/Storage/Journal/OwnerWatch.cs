using Hypermax.ProcessTable;


namespace Hypermax.Storage.Journal;

/// <summary>Knows which process runs which trial, and which processes are gone.</summary>
/// <remarks>
/// A process of this machine is gone when its id is free or belongs to a process that began at another time. A process of
/// another machine is gone when the journal has not heard of it for the lease, counted on this machine's monotonic clock,
/// so that a clock set back or forward elsewhere changes nothing. A trial that has been running for longer than the deadline
/// counts as lost although its process lives, for it may hang.
/// </remarks>
internal sealed class OwnerWatch(TimeProvider clock, TimeSpan lease, TimeSpan? deadline = null)
{
    // What no process is called.
    private const string Nobody = "";

    private readonly Dictionary<string, long> _lastSeen = new(StringComparer.Ordinal);
    private readonly Dictionary<int, (string Owner, long Since)> _running = [];

    public void Saw(string owner) => _lastSeen[owner] = clock.GetTimestamp();

    public void Runs(string owner, int trial) => _running[trial] = (owner, clock.GetTimestamp());

    /// <summary>Takes note that the process of a trial gave it back.</summary>
    public void GaveBack(int trial)
    {
        if (_running.ContainsKey(trial))
        {
            Runs(Nobody, trial);
        }
    }

    /// <summary>Tells whether a trial is this process's to run.</summary>
    public bool IsOwn(int trial) => _running.TryGetValue(trial, out (string Owner, long Since) entry) && entry.Owner == ProcessName.Self;

    /// <summary>Gets the process that runs a trial, by its name in records; null when it does not run.</summary>
    public string? OwnerOf(int trial) => _running.TryGetValue(trial, out (string Owner, long Since) entry) ? entry.Owner : null;

    public void Ended(int trial) => _running.Remove(trial);

    /// <summary>Gives out, once each, the trials whose process is gone; all of them when nobody else may be there.</summary>
    public List<int> TakeOrphans(bool alone)
    {
        List<int> orphans =
        [
            .. _running
                .Where(entry => alone || (entry.Value.Owner != ProcessName.Self && IsLost(entry.Value.Owner, entry.Value.Since)))
                .Select(entry => entry.Key)
                .Order(),
        ];
        foreach (int trial in orphans)
        {
            Runs(ProcessName.Self, trial);
        }

        return orphans;
    }

    private bool IsLost(string owner, long since) => owner == Nobody || IsLate(since) || IsGone(owner);

    private bool IsLate(long since) => clock.GetElapsedTime(since) > deadline;

    private bool IsGone(string owner) =>
        ProcessName.HasEnded(owner) ?? (!_lastSeen.TryGetValue(owner, out long seen) || clock.GetElapsedTime(seen) > lease);
}
