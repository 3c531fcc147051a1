namespace Hypermax.Execution.Slurm;

/// <summary>What a look at the queue showed of a job.</summary>
/// <param name="Task">The job, or null where Slurm does not know it.</param>
/// <param name="Unknown">For how long no look has shown it.</param>
internal sealed record JobView(JobTask? Task, TimeSpan Unknown);
