using Hypermax.Execution.Watchdogs;
using Hypermax.Settings;

namespace Hypermax.Execution.Limits;

/// <summary>What a trial may use before it is stopped, and what is recorded when it is.</summary>
/// <remarks>
/// <para>A limit that is null does not exist. When one is reached the trial is warned (its token is cancelled; a command
/// gets the terminate signal), and <see cref="Grace"/> later all its processes are killed. Limits on memory kill at once,
/// because a process that allocates does not wait. A result that was complete before the kill counts, always.</para>
/// <para>Immutable. <see cref="Validate"/> is called by every executor before its first trial.</para>
/// </remarks>
public sealed record TrialLimits
{
    /// <summary>Gets the limits that never stop anything.</summary>
    public static TrialLimits None { get; } = new();

    /// <summary>Gets the longest time a trial may take. By default null: as long as it likes.</summary>
    public TimeSpan? WallTime { get; init; }

    /// <summary>Gets the time at which a trial is told, through its token, that it should come to an end; below <see cref="WallTime"/>.
    /// By default null.</summary>
    public TimeSpan? SoftWallTime { get; init; }

    /// <summary>Gets the most processor time the processes of a trial may use together, all cores added up. By default null.</summary>
    public TimeSpan? CpuTime { get; init; }

    /// <summary>Gets the largest working set the processes of a trial may have together, in bytes. By default null.</summary>
    public long? MemoryBytes { get; init; }

    /// <summary>Gets how much memory of the whole machine may be in use while a trial runs, in bytes: total minus available. By default null.</summary>
    public long? SystemMemoryBytes { get; init; }

    /// <summary>Gets the most GPU memory the processes of a trial may use together, in bytes; needs a query tool. By default null.</summary>
    public long? GpuMemoryBytes { get; init; }

    /// <summary>Gets what measures GPU memory. By default <c>nvidia-smi</c>.</summary>
    public IGpuProbe GpuProbe { get; init; } = new NvidiaProbe();

    /// <summary>Gets how many bytes a trial may print to standard output and error together. By default null.</summary>
    /// <remarks>Independent of how much of it is kept in the log.</remarks>
    public long? OutputBytes { get; init; }

    /// <summary>Gets how long a trial may go without printing or reporting anything. By default null.</summary>
    public TimeSpan? Silence { get; init; }

    /// <summary>Gets the time between the warning and the kill. By default two seconds; zero kills at once.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Gets the value recorded for a trial that was stopped by a limit, in the direction of the objective.
    /// By default null: none, so that samplers do not learn from it.</summary>
    public double? KillLoss { get; init; }

    /// <summary>Gets whether any limit is set.</summary>
    internal bool HasAny => WallTime is not null || SoftWallTime is not null || HasWatched;

    /// <summary>Gets whether there is a limit that has to be watched by looking at processes.</summary>
    internal bool HasWatched => WallTime is not null || CpuTime is not null || MemoryBytes is not null || SystemMemoryBytes is not null
        || GpuMemoryBytes is not null || OutputBytes is not null || Silence is not null;

    /// <summary>Checks every limit and every pair of limits.</summary>
    /// <exception cref="ArgumentException">A limit is 0 or below, two contradict each other, or <see cref="KillLoss"/> has no limit to go with;
    /// the message lists every violation.</exception>
    public void Validate()
    {
        Violations found = new();
        LimitRules.Check(this, found);
        found.ThrowIfAny("the limits of trials");
    }
}
