using Hypermax.Execution.Limits;
using Hypermax.Execution.Watchdogs;

namespace Hypermax.Execution.WorkerProcess;

/// <summary>An objective that a worker offers, as its ready line describes it.</summary>
/// <param name="Name">The name of the study.</param>
/// <param name="Space">The space that parameters are drawn from.</param>
/// <param name="Settings">What the attribute on the method says.</param>
/// <param name="Position">Where the method is declared.</param>
public sealed record WorkerObjective(string Name, SearchSpace Space, ObjectiveAttribute Settings, SourcePosition Position)
{
    private const double LongestSeconds = 1e9;

    /// <summary>Gets the limits that the attribute sets for every trial; not yet checked.</summary>
    public TrialLimits Limits => new()
    {
        WallTime = Seconds(Settings.TrialSeconds),
        SoftWallTime = Seconds(Settings.TrialSoftSeconds),
        CpuTime = Seconds(Settings.TrialCpuSeconds),
        MemoryBytes = Megabytes(Settings.TrialMemoryMegabytes),
        SystemMemoryBytes = Settings.SystemMemoryPercent == 0 ? null : (long)(Settings.SystemMemoryPercent / 100 * SystemMemory.TotalBytes()),
        GpuMemoryBytes = Megabytes(Settings.TrialGpuMegabytes),
        OutputBytes = Megabytes(Settings.TrialOutputMegabytes),
        Silence = Seconds(Settings.TrialSilenceSeconds),
        KillLoss = double.IsNaN(Settings.KillLoss) ? null : Settings.KillLoss,
    };

    // 0 stands for no limit; anything else that makes no sense is left for the check to name.
    private static TimeSpan? Seconds(double value) => value == 0 ? null : double.IsNaN(value) ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Clamp(value, -LongestSeconds, LongestSeconds));

    private static long? Megabytes(double value) => value == 0 ? null : (long)(value * 1024 * 1024);
}
