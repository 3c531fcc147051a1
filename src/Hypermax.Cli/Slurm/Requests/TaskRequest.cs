namespace Hypermax.Slurm;

/// <summary>What every task of a job array asks Slurm for; null where the cluster's own default is to hold.</summary>
internal sealed record TaskRequest
{
    /// <summary>Gets the tasks.</summary>
    public required ArrayRange Array { get; init; }

    /// <summary>Gets the tasks as they were written.</summary>
    public required string ArrayText { get; init; }

    /// <summary>Gets the time limit as it was written.</summary>
    public string? Time { get; init; }

    /// <summary>Gets the partition.</summary>
    public string? Partition { get; init; }

    /// <summary>Gets the cores of a task.</summary>
    public int? Cpus { get; init; }

    /// <summary>Gets the GPUs of a task.</summary>
    public int? Gpus { get; init; }

    /// <summary>Gets the memory of a task in mebibytes.</summary>
    public long? MemoryMb { get; init; }

    /// <summary>Gets who is told of the end of the whole array, by one mail.</summary>
    public string? Mail { get; init; }

    /// <summary>Gets further options of <c>sbatch</c>, each as it is written behind <c>#SBATCH</c>.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>Gets the time that the limit leaves, or null for no end.</summary>
    public TimeSpan? Limit => Time is null ? null : TimeLimit.TryRead(Time);
}
