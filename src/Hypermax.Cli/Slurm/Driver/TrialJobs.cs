using Hypermax.Execution;
using Hypermax.Execution.Slurm;
using Hypermax.Search;
using Hypermax.Settings;
using Hypermax.Storage.Journal;

namespace Hypermax.Slurm;

/// <summary>Makes the executor whose trials are jobs of a cluster, each of which runs <c>hypermax slurm trial</c>.</summary>
internal static class TrialJobs
{
    /// <summary>Makes the executor.</summary>
    /// <param name="node">What a job runs its trial by.</param>
    /// <param name="plan">How it is searched.</param>
    /// <param name="study">The name of the study.</param>
    /// <param name="folder">Its folder, which all nodes see.</param>
    /// <param name="lines">Takes what is said.</param>
    /// <param name="stop">Ends the waiting for a controller.</param>
    /// <exception cref="ExecutorException">Slurm is not here or refuses such jobs, or the folder is not one that many machines share.</exception>
    public static async Task<IExecutor> CreateAsync(
        NodePlan node, SearchPlan plan, string study, string folder, SearchLines lines, CancellationToken stop)
    {
        SlurmSpec spec = ExecutorSettings.Slurm(plan.Settings, plan.Limits, new Violations());
        spec = spec with
        {
            Folder = FolderOf(folder),
            Study = study,
            Program = [.. spec.Program.Count > 0 ? spec.Program : OwnProgram.Words, "slurm", TrialVerb.Name],
            Say = text => lines.Message($"{study}: {text}"),
        };
        try
        {
            Directory.CreateDirectory(spec.Folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ExecutorException(
                $"The folder of the jobs cannot be made in '{folder}': {error.Message.TrimEnd('.')}. "
                    + "Make it writable, free disk space, or keep the study elsewhere.",
                error);
        }

        SharedFolder.Require(folder);
        SlurmExecutor executor = await SlurmExecutor.CreateAsync(spec, stop).ConfigureAwait(false);
        node.Write(spec.Folder);
        return executor;
    }

    /// <summary>Gets the folder of the jobs of a study's trials.</summary>
    public static string FolderOf(string study) => Path.Combine(Submission.FolderOf(Path.GetFullPath(study)), "trials");

    /// <summary>Cancels the jobs that a search left which was killed.</summary>
    /// <returns>How many there were.</returns>
    /// <exception cref="SlurmException">A search is running, whose jobs they are; or Slurm cannot be reached.</exception>
    public static async Task<int> CancelAsync(string study, SlurmClient slurm, CancellationToken stop)
    {
        string folder = FolderOf(study);
        if (TrialFolder.Of(folder) is not { Count: > 0 } left)
        {
            return 0;
        }

        SlurmDesk desk;
        try
        {
            desk = SlurmDesk.Open(new SlurmSpec { Folder = folder, Program = [] }, slurm);
        }
        catch (ExecutorException)
        {
            throw new SlurmException(
                $"A search is running that submitted the trials of '{study}'. End it, with Ctrl-C or SIGTERM; it cancels its jobs.", isRefusal: true);
        }

        foreach (TrialFolder trial in left)
        {
            // Without its folder the trial is submitted anew by the next search.
            await slurm.CancelAsync(desk.NameOf(trial), stop).ConfigureAwait(false);
            trial.Delete();
        }

        await desk.CloseAsync().ConfigureAwait(false);
        return left.Count;
    }

    /// <summary>Looks for what cannot be together with jobs.</summary>
    public static void Check(SearchPlan plan, Violations violations)
    {
        if (!ExecutorSettings.AreJobs(plan.Settings))
        {
            return;
        }

        ExecutorSettings.Slurm(plan.Settings, plan.Limits, violations);
        foreach (Setting setting in (Setting[])[ProgramSettings.Hosts, TrialSettings.Gpus])
        {
            if (plan.Settings.SourceOf(setting) is not null)
            {
                violations.Add(new Violation(
                    plan.Settings.SubjectOf(setting),
                    $"says {setting.Meaning}, and {plan.Settings.SubjectOf(TrialSettings.Executor)} gives trials to Slurm, which sees to that itself",
                    Value: null,
                    "Leave one of the two out; SlotGpus asks Slurm for GPUs."));
            }
        }
    }
}
