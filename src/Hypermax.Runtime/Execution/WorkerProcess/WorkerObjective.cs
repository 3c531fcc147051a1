using Hypermax.Execution.Limits;

namespace Hypermax.Execution.WorkerProcess;

/// <summary>An objective that a worker offers, as its ready line describes it.</summary>
/// <param name="Name">The name of the study.</param>
/// <param name="Space">The space that parameters are drawn from.</param>
/// <param name="Settings">What the attribute on the method says.</param>
/// <param name="Position">Where the method is declared.</param>
public sealed record WorkerObjective(string Name, SearchSpace Space, ObjectiveAttribute Settings, SourcePosition Position)
{
    /// <summary>Gets the limits that the attribute sets for every trial; not yet checked.</summary>
    public TrialLimits Limits => new()
    {
        WallTime = Seconds(Settings.TrialSeconds),
        CpuTime = Seconds(Settings.TrialCpuSeconds),
        MemoryBytes = Settings.TrialMemoryMegabytes == 0 ? null : (long)(Settings.TrialMemoryMegabytes * 1024 * 1024),
        Silence = Seconds(Settings.TrialSilenceSeconds),
        KillLoss = double.IsNaN(Settings.KillLoss) ? null : Settings.KillLoss,
    };

    // 0 stands for no limit; anything else that makes no sense is left for the check to name.
    private static TimeSpan? Seconds(double value) => value == 0 ? null : TimeSpan.FromSeconds(value);
}
