using System.Text.Json;
using Hypermax.Errors;
using Hypermax.Execution.Slurm;

namespace Hypermax.Slurm;

/// <summary>Says where job arrays stand, for people and for programs.</summary>
internal static class StatusText
{
    private static readonly (TaskState State, string Word)[] Words =
    [
        (TaskState.Running, "running"), (TaskState.Waiting, "waiting"), (TaskState.Ended, "ended"), (TaskState.Failed, "failed"),
        (TaskState.Died, "died without a word"), (TaskState.NeverRan, "never ran"),
    ];

    /// <summary>Gets the parts of what is said of one job array.</summary>
    public static IEnumerable<(string Name, string Value)> Lines(SubmissionStatus status)
    {
        Submission submission = status.Submission;
        string job = submission.Job is long id ? FormattableString.Invariant($"job {id}") : "job ?";
        string counts = string.Join(", ", Words.Where(word => status.Count(word.State) > 0)
            .Select(word => FormattableString.Invariant($"{status.Count(word.State)} {word.Word}")));
        string cancelled = submission.Cancelled is null ? string.Empty : ", cancelled";
        string unknown = status.IsKnown ? string.Empty : " (by their own words; Slurm does not answer)";
        yield return (job, $"{submission.Name}: {Counted.Of(status.States.Count, "task")}: {counts}{cancelled}{unknown}");
        IEnumerable<IGrouping<string, JobTask>> reasons = status.Waiting.GroupBy(task => task.Reason, StringComparer.Ordinal);
        foreach (IGrouping<string, JobTask> waiting in reasons.OrderByDescending(group => group.Count()))
        {
            WaitingReason reason = WaitingReason.Of(waiting.Key);
            string text = reason.Text.Replace("JOB", FormattableString.Invariant($"{waiting.First().Job}"), StringComparison.Ordinal);
            yield return (reason.IsForEver ? "for ever" : "waiting", $"{Counted.Of(waiting.Count(), "task")} ({waiting.Key}): {text}");
        }

        if (status.Count(TaskState.NeverRan) > 0 && submission.Cancelled is null)
        {
            yield return (
                "lost",
                $"{Counted.Of(status.Count(TaskState.NeverRan), "task")} never ran, and Slurm knows nothing of them: its controller may have died before it "
                    + "saved the job, or somebody cancelled it. Submit again; the study goes on where it stands");
        }

        if (status.Count(TaskState.Failed) + status.Count(TaskState.Died) > 0)
        {
            int[] tasks = [.. status.States.Where(task => task.Value is TaskState.Failed or TaskState.Died).Select(task => task.Key).Order()];
            yield return (
                "failed",
                $"{(tasks.Length == 1 ? "task" : "tasks")} {string.Join(", ", tasks.Take(10))}{(tasks.Length > 10 ? " …" : string.Empty)}: "
                    + $"'hypermax slurm logs FOLDER --task {FormattableString.Invariant($"{tasks[0]}")}' shows the log of one");
        }
    }

    /// <summary>Writes one job array for programs.</summary>
    public static void Write(Utf8JsonWriter writer, SubmissionStatus status)
    {
        writer.WriteStartObject();
        writer.WriteString("name", status.Submission.Name);
        if (status.Submission.Job is long job)
        {
            writer.WriteNumber("job", job);
        }

        writer.WriteBoolean("known", status.IsKnown);
        writer.WriteBoolean("active", status.IsActive);
        writer.WriteBoolean("cancelled", status.Submission.Cancelled is not null);
        foreach ((TaskState state, _) in Words)
        {
            string name = state.ToString();
            writer.WriteNumber(char.ToLowerInvariant(name[0]) + name[1..], status.Count(state));
        }

        writer.WriteStartArray("reasons");
        foreach (IGrouping<string, JobTask> waiting in status.Waiting.GroupBy(task => task.Reason, StringComparer.Ordinal))
        {
            writer.WriteStartObject();
            writer.WriteString("reason", waiting.Key);
            writer.WriteNumber("tasks", waiting.Count());
            writer.WriteBoolean("forEver", WaitingReason.Of(waiting.Key).IsForEver);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
