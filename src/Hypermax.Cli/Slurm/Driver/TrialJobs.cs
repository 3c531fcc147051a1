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
        Directory.CreateDirectory(spec.Folder);
        SharedFolder.Require(folder);
        SlurmExecutor executor = await SlurmExecutor.CreateAsync(spec, stop).ConfigureAwait(false);
        node.Write(spec.Folder);
        return executor;
    }

    /// <summary>Gets the folder of the jobs of a study's trials.</summary>
    public static string FolderOf(string study) => Path.Combine(Submission.FolderOf(Path.GetFullPath(study)), "trials");

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
