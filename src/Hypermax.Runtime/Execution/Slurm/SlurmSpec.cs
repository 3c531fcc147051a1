using Hypermax.Execution.Limits;

namespace Hypermax.Execution.Slurm;

/// <summary>How trials become jobs of a Slurm cluster: what starts them on a node, what they ask for, and where both sides meet.</summary>
public sealed record SlurmSpec
{
    /// <summary>Gets the folder through which a trial and its job exchange files; all nodes see it, at the same path.</summary>
    /// <remarks>One search at a time uses it. What is left there by a search that was killed is taken up by the next one.</remarks>
    public required string Folder { get; init; }

    /// <summary>Gets the program that runs a trial on a node, with its arguments; the folder of the trial is added as the last one.</summary>
    /// <remarks>It calls <see cref="SlurmTrial.RunAsync"/> with that folder. All nodes have it, at the same path.</remarks>
    public required IReadOnlyList<string> Program { get; init; }

    /// <summary>Gets what people call the study, for the names of jobs. By default <c>study</c>.</summary>
    public string Study { get; init; } = "study";

    /// <summary>Gets the folder that the program starts in. By default null: that of this process.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Gets the time limit of a job as Slurm writes it. By default null: the wall time of a trial with what starting it takes, where there is one.
    /// </summary>
    public string? Time { get; init; }

    /// <summary>Gets the partition, or several with commas between. By default null: the usual one.</summary>
    public string? Partition { get; init; }

    /// <summary>Gets the account that is charged. By default null: the usual one.</summary>
    public string? Account { get; init; }

    /// <summary>Gets the cores of a job. By default null: what the cluster gives.</summary>
    public int? Cpus { get; init; }

    /// <summary>Gets the GPUs of a job. By default null: none.</summary>
    public int? Gpus { get; init; }

    /// <summary>Gets the memory of a job in mebibytes. By default null: the memory limit of a trial with 512 more, where there is one.</summary>
    public long? MemoryMegabytes { get; init; }

    /// <summary>Gets the folder of Slurm's programs. By default null: they are on the path.</summary>
    public string? Bin { get; init; }

    /// <summary>Gets further options of <c>sbatch</c>, such as <c>--qos=long</c>. By default none.</summary>
    public IReadOnlyList<string> Sbatch { get; init; } = [];

    /// <summary>Gets what a trial may use. By default everything.</summary>
    /// <remarks>The executor on the node keeps the limits; here they say what a job asks for, and what is recorded for a trial whose job Slurm ended.</remarks>
    public TrialLimits Limits { get; init; } = TrialLimits.None;

    /// <summary>Gets the time between two looks at the queue, for all jobs together. By default five seconds.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets how often a job is submitted whose node was lost, or that Slurm lost itself, before the trial fails. By default 3.</summary>
    public int Attempts { get; init; } = 3;

    /// <summary>Gets how long a job may wait for its turn before the trial fails. By default null: for ever.</summary>
    public TimeSpan? LongestWait { get; init; }

    /// <summary>Gets how long a controller that does not answer is asked to cancel a job.</summary>
    internal TimeSpan CancelPatience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Gets what takes the lines that tell people why things take long. By default nobody hears them.</summary>
    public Action<string> Say { get; init; } = static _ => { };
}
