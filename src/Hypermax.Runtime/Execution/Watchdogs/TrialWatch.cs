using System.Diagnostics;
using Hypermax.Execution.Limits;
using Hypermax.Execution.Usages;

namespace Hypermax.Execution.Watchdogs;

/// <summary>Watches the processes of one trial: measures what they use and says when a limit is reached.</summary>
internal sealed class TrialWatch : IUsageSource, IDisposable
{
    /// <summary>No process here allocates faster; decides how soon to look again.</summary>
    private const double BytesPerSecond = 4e9;

    private static readonly TimeSpan Soonest = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Latest = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LatestWhenOld = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Old = TimeSpan.FromSeconds(10);

    private readonly ProcessTree _tree;
    private readonly TrialLimits _limits;
    private readonly TrialNotes _notes;
    private readonly Func<long> _outputBytes;
    private readonly TaskCompletionSource<LimitBreach> _breached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly UsageMeter _meter;
    private readonly GpuWatch? _gpu;
    private readonly StandstillGuard _standstill = new();
    private readonly object _gate = new();
    private TimeSpan _planned;
    private bool _isWarned;
    private bool _isFinished;

    /// <summary>Begins to watch.</summary>
    /// <param name="tree">The processes.</param>
    /// <param name="limits">What they may use.</param>
    /// <param name="notes">Knows when the trial last gave a sign of life.</param>
    /// <param name="outputBytes">Tells how much the trial has printed.</param>
    /// <param name="isFresh">Whether the processes began with the trial; otherwise what they used before is not the trial's.</param>
    public TrialWatch(ProcessTree tree, TrialLimits limits, TrialNotes notes, Func<long> outputBytes, bool isFresh)
    {
        _tree = tree;
        _limits = limits;
        _notes = notes;
        _outputBytes = outputBytes;
        _meter = new UsageMeter(isFresh ? default : First(tree));
        _gpu = limits.GpuMemoryBytes is long gpu ? new GpuWatch(limits.GpuProbe, gpu, tree.Members, Breach) : null;
        Watchdog.Shared.Add(this);
    }

    /// <summary>Gets the task that ends when a limit is reached, with the reason.</summary>
    public Task<LimitBreach> Breached => _breached.Task;

    /// <summary>Gets or sets what is called once when the soft limit is reached.</summary>
    public Action? Warned { get; set; }

    /// <summary>Gets the reason why the trial ended early although no hard limit was reached, or null: it obeyed the warning.</summary>
    public LimitBreach? Obeyed => Volatile.Read(ref _isWarned) && _limits.SoftWallTime is { } soft ? LimitBreach.WallTime(soft) : null;

    /// <summary>Gets the trial that is watched.</summary>
    public TrialJob Job => _notes.Job;

    /// <summary>Gets the working set at the last look.</summary>
    public long LastBytes => _meter.LastBytes;

    /// <inheritdoc/>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_start);

    /// <summary>Gets whether memory of the whole machine must be watched.</summary>
    public long? SystemMemoryBytes => _limits.SystemMemoryBytes;

    /// <summary>Looks once.</summary>
    /// <returns>When to look again.</returns>
    public TimeSpan Poll()
    {
        lock (_gate)
        {
            if (_isFinished)
            {
                return Latest;
            }

            if (_tree.TrySample(withStorage: false, out TreeSample sample))
            {
                _meter.Add(sample);
            }

            TimeSpan elapsed = Elapsed;
            if (FindBreach(sample, elapsed, _standstill.MayJudge(elapsed - _planned)) is { } breach)
            {
                Breach(breach);
            }

            if (!_isWarned && elapsed >= _limits.SoftWallTime)
            {
                _isWarned = true;
                Warned?.Invoke();
            }

            TimeSpan next = Next(sample, elapsed);
            _planned = elapsed + next;
            return next;
        }
    }

    /// <summary>Says that a limit was reached; the first reason counts.</summary>
    public void Breach(LimitBreach breach) => _breached.TrySetResult(breach);

    /// <inheritdoc/>
    public RunningUsage Measure()
    {
        lock (_gate)
        {
            return new RunningUsage(Job.Number, Elapsed.TotalSeconds, _meter.CpuSeconds, _meter.LastBytes, _meter.PeakBytes);
        }
    }

    /// <summary>Looks a last time and gets what the trial used.</summary>
    public ResourceUsage Finish()
    {
        lock (_gate)
        {
            if (!_isFinished && _tree.TrySample(withStorage: true, out TreeSample sample))
            {
                _meter.Add(sample);
            }

            if (!_isFinished)
            {
                _gpu?.Dispose();
            }

            _isFinished = true;
        }

        Watchdog.Shared.Remove(this);
        return _meter.ToUsage();
    }

    public void Dispose() => Finish();

    private static TreeSample First(ProcessTree tree) => tree.TrySample(withStorage: true, out TreeSample sample) ? sample : default;

    // When several limits are reached at one look, the one that kills at once is the reason.
    private LimitBreach? FindBreach(TreeSample sample, TimeSpan elapsed, bool mayJudgeSilence) =>
        sample.Bytes > _limits.MemoryBytes ? LimitBreach.Memory(_limits.MemoryBytes.Value, sample.Bytes)
        : _outputBytes() is long printed && printed > _limits.OutputBytes ? LimitBreach.Output(_limits.OutputBytes.Value, printed)
        : elapsed >= _limits.WallTime ? LimitBreach.WallTime(_limits.WallTime.Value)
        : _meter.CpuSeconds >= _limits.CpuTime?.TotalSeconds ? LimitBreach.CpuTime(_limits.CpuTime.Value)
        : mayJudgeSilence && Stopwatch.GetElapsedTime(_notes.LastSign) >= _limits.Silence ? LimitBreach.Silence(_limits.Silence.Value)
        : null;

    private TimeSpan Next(TreeSample sample, TimeSpan elapsed)
    {
        // A young trial is looked at more often, so that short ones have a peak too; later only as often as its distance
        // from the limits demands.
        TimeSpan next = elapsed < Latest * 4 ? elapsed / 4 : elapsed < Old ? Latest : LatestWhenOld;
        if (_limits.MemoryBytes is long memory)
        {
            next = Min(next, TimeSpan.FromSeconds(Math.Max(0, memory - sample.Bytes) / BytesPerSecond));
        }

        if (_limits.CpuTime is { } cpu)
        {
            next = Min(next, TimeSpan.FromSeconds(Math.Max(0, cpu.TotalSeconds - _meter.CpuSeconds) / Environment.ProcessorCount));
        }

        if (_limits.OutputBytes is not null)
        {
            next = Min(next, TimeSpan.FromMilliseconds(20));
        }

        if (_limits.SystemMemoryBytes is not null)
        {
            next = Min(next, Latest);
        }

        next = Until(next, _limits.WallTime, elapsed);
        next = Until(next, _limits.Silence, Stopwatch.GetElapsedTime(_notes.LastSign));
        next = Until(next, _isWarned ? null : _limits.SoftWallTime, elapsed);
        return next < Soonest ? Soonest : next;
    }

    private static TimeSpan Until(TimeSpan next, TimeSpan? limit, TimeSpan elapsed) => limit is { } end && end > elapsed ? Min(next, end - elapsed) : next;

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;
}
