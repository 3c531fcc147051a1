using System.Globalization;

namespace Hypermax.Execution.Slurm;

/// <summary>What the job of a trial asks Slurm for.</summary>
internal sealed record TrialRequest : JobRequest
{
    /// <summary>What starting the program of a trial may take of the time limit of its job.</summary>
    private static readonly TimeSpan Starting = TimeSpan.FromMinutes(2);

    /// <summary>What the program beside a trial needs, in mebibytes.</summary>
    private const long Beside = 512;

    /// <summary>Gets what requests are called in messages.</summary>
    public static RequestNames Names { get; } = new(
        "cpus of ExecutorOptions (or SlotCores)",
        "memoryMegabytes of ExecutorOptions (or SlotMemoryMegabytes, or what TrialMemoryMegabytes needs)",
        "gpus of ExecutorOptions (or SlotGpus)",
        "time of ExecutorOptions (or what TrialSeconds needs)")
    {
        Partition = "partition of ExecutorOptions",
        Account = "account of ExecutorOptions",
        Other = option => $"{option} in sbatch of ExecutorOptions",
    };

    /// <summary>Makes the request of a trial.</summary>
    public static TrialRequest Of(SlurmSpec spec, Limits.TrialLimits limits) => new()
    {
        Time = spec.Time ?? (limits.WallTime is { } wall ? Minutes(wall + limits.Grace + Starting) : null),
        Partition = spec.Partition,
        Cpus = spec.Cpus,
        Gpus = spec.Gpus,
        MemoryMb = spec.MemoryMegabytes ?? (limits.MemoryBytes is long bytes ? (bytes / 1048576) + Beside : null),
        Others = [.. spec.Account is { } account ? [$"--account={Value(account)}"] : Array.Empty<string>(), .. spec.Sbatch],
    };

    // Slurm's limits are whole minutes; above a year nobody means one.
    private static string? Minutes(TimeSpan time) =>
        time > TimeSpan.FromDays(365) ? null : Math.Ceiling(time.TotalMinutes).ToString(CultureInfo.InvariantCulture);
}
