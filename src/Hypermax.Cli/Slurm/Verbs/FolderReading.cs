using Hypermax.Execution.Slurm;
using Hypermax.Storage.Journal;

namespace Hypermax.Slurm;

/// <summary>Where the job arrays of a study and the study itself stand.</summary>
/// <param name="Folder">The folder of the study.</param>
/// <param name="Jobs">The job arrays, oldest first.</param>
/// <param name="Study">The study; null where it has not begun, or is in a store without a journal.</param>
/// <param name="Trouble">Why Slurm told nothing, or null.</param>
internal sealed record FolderReading(string Folder, IReadOnlyList<SubmissionStatus> Jobs, JournalSnapshot? Study, string? Trouble)
{
    /// <summary>Gets whether some task may still do something without anybody's help.</summary>
    public bool IsActive => Jobs.Any(job => job.IsActive);

    /// <summary>Gets how many trials of the study have ended.</summary>
    public int Finished => Study?.Trials.Count(trial => trial.IsFinished && !trial.IsAdded) ?? 0;

    /// <summary>Gets how many trials the study is to have, as the latest job array said, or null.</summary>
    public int? Planned => Jobs.LastOrDefault(job => job.Submission.Trials is not null)?.Submission.Trials;

    /// <summary>Gets whether a report was written that says that the study is finished.</summary>
    public bool HasReport => File.Exists(Path.Combine(Folder, "report.html"));

    /// <summary>Reads both.</summary>
    /// <exception cref="FormatException">No job array was ever submitted for the folder.</exception>
    public static async Task<FolderReading> ReadAsync(string folder, SlurmClient slurm, CancellationToken stop)
    {
        IReadOnlyList<Submission> submissions = Submission.Of(folder);
        if (submissions.Count == 0)
        {
            throw new FormatException($"No workers were submitted for '{folder}'. 'hypermax slurm submit' does so; name the folder that was given to it.");
        }

        List<SubmissionStatus> jobs = [];
        string? trouble = null;
        foreach (Submission submission in submissions)
        {
            IReadOnlyList<JobTask>? known = null;
            try
            {
                known = trouble is null ? await slurm.TasksAsync([submission.Name], stop).ConfigureAwait(false) : null;
            }
            catch (SlurmException error)
            {
                trouble = error.Message;
            }

            jobs.Add(new SubmissionStatus(submission, known, TaskMark.Latest(Submission.MarksOf(folder, submission.Name))));
        }

        string journal = Path.Combine(folder, JournalStore.FileName);
        return new FolderReading(folder, jobs, File.Exists(journal) ? JournalSnapshot.Read(folder) : null, trouble);
    }
}
