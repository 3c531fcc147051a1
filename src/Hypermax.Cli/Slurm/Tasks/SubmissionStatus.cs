using Hypermax.Execution.Slurm;

namespace Hypermax.Slurm;

/// <summary>Where the tasks of a job array stand: what Slurm knows, and where it knows nothing any more, what they said themselves.</summary>
internal sealed class SubmissionStatus
{
    private readonly Dictionary<TaskState, int> _counts;

    /// <summary>Puts both together.</summary>
    /// <param name="submission">The job array.</param>
    /// <param name="known">What Slurm knows of its tasks; null where it does not answer.</param>
    /// <param name="marks">The latest run of each task, by its own words.</param>
    public SubmissionStatus(Submission submission, IReadOnlyList<JobTask>? known, IReadOnlyDictionary<int, TaskMark> marks)
    {
        Submission = submission;
        IsKnown = known is not null;
        Dictionary<int, JobTask> tasks = [];
        foreach (JobTask task in known ?? [])
        {
            tasks[task.Index] = task;
        }

        Waiting = [.. tasks.Values.Where(task => task.IsWaiting)];
        States = ArrayRange.Parse(submission.Array).Indices.ToDictionary(
            index => index,
            index => StateOf(tasks.GetValueOrDefault(index), marks.GetValueOrDefault(index)));
        _counts = States.Values.CountBy(state => state).ToDictionary();
    }

    /// <summary>Gets the job array.</summary>
    public Submission Submission { get; }

    /// <summary>Gets whether Slurm answered.</summary>
    public bool IsKnown { get; }

    /// <summary>Gets the state of each task by its number.</summary>
    public IReadOnlyDictionary<int, TaskState> States { get; }

    /// <summary>Gets the tasks that wait, as Slurm has them.</summary>
    public IReadOnlyList<JobTask> Waiting { get; }

    /// <summary>Gets whether some task may still do something without anybody's help.</summary>
    public bool IsActive => Count(TaskState.Running) > 0 || Waiting.Any(task => !WaitingReason.Of(task.Reason).IsForEver);

    /// <summary>Gets how many tasks are in a state.</summary>
    public int Count(TaskState state) => _counts.GetValueOrDefault(state);

    private TaskState StateOf(JobTask? task, TaskMark? mark) => (task, mark) switch
    {
        ({ IsWaiting: true }, _) => TaskState.Waiting,
        ({ IsRunning: true }, _) => TaskState.Running,

        // What a worker said at its end counts more than what became of its job.
        (_, { Code: ExitCodes.Done }) => TaskState.Ended,
        (_, { Code: not null }) => TaskState.Failed,
        ({ State: "COMPLETED" }, _) => TaskState.Ended,
        (not null, null) => task.State == "CANCELLED" ? TaskState.NeverRan : TaskState.Failed,
        (not null, not null) => TaskState.Died,
        (null, not null) => IsKnown ? TaskState.Died : TaskState.Running,
        (null, null) => IsKnown ? TaskState.NeverRan : TaskState.Waiting,
    };
}
