using Hypermax.Execution;
using Hypermax.Execution.Usages;

namespace Hypermax.Tests.Execution.Usages;

/// <summary>A trial that uses what a test says.</summary>
internal sealed class FakeSource(string? folder, int number, double seconds) : IUsageSource
{
    public TrialJob Job { get; } = new() { Number = number, Space = new SearchSpace("None", []), Point = [], Seed = 1, StudyFolder = folder };

    public long Bytes { get; set; } = 100;

    public TimeSpan Elapsed => TimeSpan.FromSeconds(seconds);

    /// <summary>Gets or sets what measuring it fails with.</summary>
    public Exception? Fault { get; set; }

    /// <summary>Gets how often it was asked.</summary>
    public int Looks { get; private set; }

    public RunningUsage Measure()
    {
        Looks++;
        return Fault is { } fault ? throw fault : new RunningUsage(Job.Number, seconds, 0.5, Bytes, Bytes + 20);
    }
}
