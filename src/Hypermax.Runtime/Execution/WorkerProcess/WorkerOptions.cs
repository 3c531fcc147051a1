using Hypermax.Execution.Limits;

namespace Hypermax.Execution.WorkerProcess;

/// <summary>How trials run in worker processes.</summary>
public sealed record WorkerOptions
{
    /// <summary>Gets what a trial may use. By default everything.</summary>
    public TrialLimits Limits { get; init; } = TrialLimits.None;

    /// <summary>Gets what trials share. By default those of one slot share a process.</summary>
    public WorkerIsolation Isolation { get; init; } = WorkerIsolation.Slot;

    /// <summary>Gets after how many trials a process is replaced. By default 0: never for that reason.</summary>
    public int RecycleAfterTrials { get; init; }

    /// <summary>Gets the working set, between trials, above which a process is replaced, in bytes. By default half of <see cref="TrialLimits.MemoryBytes"/>,
    /// or never when there is no such limit.</summary>
    public long? RecycleAboveBytes { get; init; }

    /// <summary>Gets how much of a trial's prints the log keeps from the beginning, in bytes; the end is kept too. By default 1 MiB.</summary>
    public long LogBytes { get; init; } = 1024 * 1024;

    /// <summary>Gets how long a process may take until it is ready. By default 30 seconds.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets the environment variables of each slot, such as a GPU number or a set of cores. By default none but <c>HYPERMAX_SLOT</c>.</summary>
    public Func<int, IReadOnlyDictionary<string, string?>>? SlotEnvironment { get; init; }
}
