using System.Diagnostics;
using Hypermax.Execution.Limits;

namespace Hypermax.Execution.Watchdogs;

/// <summary>The one thread that looks after all running trials.</summary>
/// <remarks>A thread of its own, because a pool full of busy objectives would delay timers when they matter most.</remarks>
internal sealed class Watchdog
{
    private static readonly TimeSpan FirstLook = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Slack = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan BetweenSystemKills = TimeSpan.FromMilliseconds(250);
    private static readonly long Never = long.MaxValue;

    private readonly object _gate = new();
    private readonly Dictionary<TrialWatch, long> _due = [];
    private long _planned = Never;
    private long _lastSystemKill;
    private bool _isRunning;

    /// <summary>Gets the watchdog of this process.</summary>
    public static Watchdog Shared { get; } = new();

    public void Add(TrialWatch watch)
    {
        lock (_gate)
        {
            long due = After(FirstLook);
            _due[watch] = due;
            if (!_isRunning)
            {
                _isRunning = true;
                new Thread(Run) { IsBackground = true, Name = "Hypermax watchdog", Priority = ThreadPriority.AboveNormal }.Start();
            }
            else if (due < _planned)
            {
                Monitor.Pulse(_gate);
            }
        }
    }

    public void Remove(TrialWatch watch)
    {
        lock (_gate)
        {
            _due.Remove(watch);
        }
    }

    private void Run()
    {
        List<TrialWatch> ready = [];
        while (true)
        {
            lock (_gate)
            {
                CollectReady(ready);
                if (ready.Count == 0)
                {
                    Wait();
                    continue;
                }
            }

            foreach (TrialWatch watch in ready)
            {
                TimeSpan next = watch.Poll();
                lock (_gate)
                {
                    if (_due.ContainsKey(watch))
                    {
                        _due[watch] = After(next);
                    }
                }
            }

            WatchSystemMemory(ready);
            ready.Clear();
        }
    }

    // Waking up costs more than looking, so whoever is due soon is looked at too; they fall into one rhythm that way.
    private void CollectReady(List<TrialWatch> ready)
    {
        long now = After(TimeSpan.Zero);
        long soon = After(Slack);
        bool isAnyDue = false;
        foreach ((TrialWatch watch, long due) in _due)
        {
            if (due <= soon)
            {
                ready.Add(watch);
                isAnyDue |= due <= now;
            }
        }

        if (!isAnyDue)
        {
            ready.Clear();
        }
    }

    private void Wait()
    {
        _planned = _due.Count == 0 ? Never : _due.Values.Min();
        if (_planned == Never)
        {
            Monitor.Wait(_gate);
        }
        else
        {
            double milliseconds = (_planned - Stopwatch.GetTimestamp()) * 1000.0 / Stopwatch.Frequency;
            Monitor.Wait(_gate, Math.Max(1, (int)Math.Ceiling(milliseconds)));
        }

        _planned = Never;
    }

    // Memory of the machine is short because of all trials together; ending the largest first spares the others.
    private void WatchSystemMemory(List<TrialWatch> ready)
    {
        TrialWatch? largest = ready.Where(watch => watch.SystemMemoryBytes is not null).MaxBy(watch => watch.LastBytes);
        if (largest?.SystemMemoryBytes is not long limit || Stopwatch.GetElapsedTime(_lastSystemKill) < BetweenSystemKills)
        {
            return;
        }

        long used = SystemMemory.UsedBytes();
        if (used <= limit)
        {
            return;
        }

        _lastSystemKill = Stopwatch.GetTimestamp();
        lock (_gate)
        {
            largest = _due.Keys.Where(watch => watch.SystemMemoryBytes is not null).MaxBy(watch => watch.LastBytes) ?? largest;
        }

        largest.Breach(LimitBreach.SystemMemory(limit, used));
    }

    private static long After(TimeSpan delay) => Stopwatch.GetTimestamp() + (long)(delay.TotalSeconds * Stopwatch.Frequency);
}
