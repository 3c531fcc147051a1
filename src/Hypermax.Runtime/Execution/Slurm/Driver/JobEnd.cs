using Hypermax.Execution.Limits;

namespace Hypermax.Execution.Slurm;

/// <summary>What the state of a job without an outcome means for its trial.</summary>
/// <param name="Outcome">What is recorded; null where the trial is submitted again, or goes on.</param>
/// <param name="Again">Why it is submitted again; null where it is not.</param>
internal sealed record JobEnd(TrialOutcome? Outcome, string? Again)
{
    /// <summary>Gets whether the job itself said how its trial ended; then it leaves by itself.</summary>
    public bool IsSaid { get; init; }

    /// <summary>Gets the answer that the trial goes on.</summary>
    public static JobEnd None { get; } = new(null, null);

    /// <summary>Tells what a view means that has stood for long enough.</summary>
    /// <param name="view">What Slurm says.</param>
    /// <param name="hasBegun">Whether a run of the job has begun, as it said itself.</param>
    /// <param name="tail">Gets the last lines that the job printed besides the trial.</param>
    /// <param name="limits">What the trial may use.</param>
    public static JobEnd Of(JobView view, bool hasBegun, Func<string> tail, TrialLimits limits) => view.Task switch
    {
        null => Repeat(hasBegun ? "Slurm knows its job no longer, and it left no result" : "Slurm knows nothing of its job, which never began"),
        { IsWaiting: true } waiting when WaitingReason.IsLaunchFailure(waiting.Reason) =>
            Repeat("Slurm lost sight of its job and holds it (launch failed requeued held)"),
        { IsWaiting: true } or { IsRunning: true } => None,
        { } ended => Ended(ended, hasBegun, tail(), limits),
    };

    private static JobEnd Ended(JobTask task, bool hasBegun, string tail, TrialLimits limits) => task.State switch
    {
        "NODE_FAIL" or "BOOT_FAIL" => Repeat($"its node was lost ({Named(task)})"),
        "PREEMPTED" or "REVOKED" => Repeat($"its job had to make room for another and was not put back into the queue ({Named(task)})"),
        "TIMEOUT" or "DEADLINE" => End(
            new LimitBreach(FailureKind.WallTime, $"Slurm ended the job at its time limit ({Named(task)}). Raise the limit of jobs, or that of trials."),
            limits),
        "OUT_OF_MEMORY" => End(Memory(task, tail), limits),
        _ when IsMemory(tail) => End(Memory(task, tail), limits),
        "CANCELLED" => Fail("The job was cancelled, not by this search.", tail),
        "FAILED" when !hasBegun => Repeat($"its job ended before the trial began ({Named(task)}){InOneLine(tail)}"),
        _ => Fail($"The job ended ({Named(task)}) and left no result.", tail),
    };

    private static JobEnd Repeat(string why) => new(null, why);

    private static JobEnd Fail(string message, string tail) => new(TrialOutcome.Fail(FailureKind.ProcessDied, message + Said(tail)), null);

    private static JobEnd End(LimitBreach breach, TrialLimits limits) => new(breach.ToOutcome(limits), null);

    private static LimitBreach Memory(JobTask task, string tail) => new(
        FailureKind.Memory,
        $"Slurm ended the job because it used more memory than it had asked for ({Named(task)}). Ask for more, or limit trials.{Said(tail)}");

    // Without control groups a job that used too much memory is only FAILED, and its output says why.
    private static bool IsMemory(string tail) =>
        tail.Contains("memory limit", StringComparison.OrdinalIgnoreCase) || tail.Contains("oom-kill", StringComparison.OrdinalIgnoreCase)
        || tail.Contains("oom_kill", StringComparison.OrdinalIgnoreCase);

    private static string Named(JobTask task) =>
        FormattableString.Invariant($"job {task.Job}, {task.State}{(task.Node.Length > 0 ? " on " : string.Empty)}{task.Node}");

    private static string InOneLine(string tail) => tail.Length == 0
        ? string.Empty
        : $" and said: {string.Join(" / ", tail.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))}";

    private static string Said(string tail) => tail.Length == 0 ? string.Empty : $" It said:\n{tail}";
}
