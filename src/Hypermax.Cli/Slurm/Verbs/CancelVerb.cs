using System.CommandLine;
using System.Diagnostics;
using Hypermax.Errors;
using Hypermax.Execution.Slurm;
using Hypermax.Usage;

namespace Hypermax.Slurm;

/// <summary>The verb <c>hypermax slurm cancel</c>: ends all tasks that work on a study; what they ran is given back.</summary>
internal static class CancelVerb
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(500);

    public static Command Create()
    {
        Argument<DirectoryInfo> folder = StatusVerb.FolderArgument();
        Option<double> wait = new Option<double>("--wait")
        {
            Description = "For how many seconds it is waited until all have ended.",
            DefaultValueFactory = _ => 90,
        }.Within(0, 86400);
        Option<double> patience = SubmitVerb.PatienceOption();
        Command command = new("cancel", "Ends the tasks that work on a study, waiting ones too; the study can go on later.") { folder, wait, patience };
        command.SetAction(parsed => SlurmCommand.TryAsync(stop => RunAsync(
            parsed.GetRequiredValue(folder).FullName,
            TimeSpan.FromSeconds(parsed.GetValue(wait)),
            SubmitVerb.ClientOf(parsed.GetValue(patience)),
            stop)));
        return command;
    }

    private static async Task<int> RunAsync(string folder, TimeSpan wait, SlurmClient slurm, CancellationToken stop)
    {
        SlurmClient.Require("squeue", "scancel");
        if (await TrialJobs.CancelAsync(folder, slurm, stop).ConfigureAwait(false) is > 0 and int trials)
        {
            Console.Out.WriteLine($"cancelled {Counted.Of(trials, "job")} of single trials, which a search left behind that was killed");
            if (Submission.Of(folder).Count == 0)
            {
                return ExitCodes.Done;
            }
        }

        int cancelled = 0;
        foreach (SubmissionStatus job in (await FolderReading.ReadAsync(folder, slurm, stop).ConfigureAwait(false)).Jobs.Where(HasTasks))
        {
            cancelled += job.Count(TaskState.Running) + job.Count(TaskState.Waiting);
            await slurm.CancelAsync(job.Submission.Name, stop).ConfigureAwait(false);
            (job.Submission with { Cancelled = TimeProvider.System.GetUtcNow() }).Write(folder);
        }

        if (cancelled == 0)
        {
            Console.Out.WriteLine("No task works on the study, or waits to.");
            return ExitCodes.Done;
        }

        long started = Stopwatch.GetTimestamp();
        while (true)
        {
            FolderReading now = await FolderReading.ReadAsync(folder, slurm, stop).ConfigureAwait(false);
            int left = now.Jobs.Sum(job => job.Count(TaskState.Running) + job.Count(TaskState.Waiting));
            if (now.Trouble is { } trouble)
            {
                throw new SlurmException(trouble);
            }

            if (left == 0)
            {
                Console.Out.WriteLine($"cancelled {Counted.Of(cancelled, "task")}; 'hypermax slurm submit' goes on with the study");
                return ExitCodes.Done;
            }

            if (Stopwatch.GetElapsedTime(started) >= wait)
            {
                Console.Out.WriteLine(FormattableString.Invariant(
                    $"asked {Counted.Of(cancelled, "task")} to end; {left} have not yet. 'hypermax slurm status {folder}' says when they have"));
                return ExitCodes.Done;
            }

            await Task.Delay(BetweenLooks, stop).ConfigureAwait(false);
        }
    }

    private static bool HasTasks(SubmissionStatus job) => job.Count(TaskState.Running) + job.Count(TaskState.Waiting) > 0;
}
