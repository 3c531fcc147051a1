using Hypermax.Execution.Usages;

namespace Hypermax.Execution.InProcess;

/// <summary>What a trial in this process uses, as far as anybody can tell: the memory of the whole process.</summary>
/// <param name="notes">Knows how long the trial has run.</param>
internal sealed class InProcessSource(TrialNotes notes) : IUsageSource
{
    private long _peak;

    public TrialJob Job => notes.Job;

    public TimeSpan Elapsed => notes.Elapsed;

    public RunningUsage Measure()
    {
        long bytes = Environment.WorkingSet;
        _peak = Math.Max(_peak, bytes);
        return new RunningUsage(Job.Number, Elapsed.TotalSeconds, double.NaN, bytes, _peak, IsShared: true);
    }
}
