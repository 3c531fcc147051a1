using System.CommandLine;
using Hypermax.Execution.Slurm;
using Hypermax.Usage;

namespace Hypermax.Slurm;

/// <summary>The verb <c>hypermax slurm script</c>: the script of a job array, or of workers without Slurm, for those who start it themselves.</summary>
internal static class ScriptVerb
{
    public static Command Create()
    {
        TaskOptions options = new();
        Option<bool> shell = new("--shell") { Description = "Writes a script for sh that starts workers on this machine, where there is no Slurm." };
        Option<int> workers = new Option<int>("--workers")
        {
            Description = "With --shell: how many workers it starts.",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        }.Within(1, 10_000);
        Command command = new("script", "Writes the script that 'submit' would submit to standard output: hypermax slurm script … > job.sh; sbatch job.sh");
        options.AddTo(command);
        command.Add(shell);
        command.Add(workers);
        command.AddRule(result => result.IsGiven(workers) && !result.GetValue(shell)
            ? "--workers says how many workers a script of --shell starts; the tasks of a job array are counted by --array."
            : null);
        command.SetAction(parsed => SlurmCommand.TryAsync(_ =>
        {
            TaskPlan plan = options.Read(parsed);
            if (parsed.GetValue(shell))
            {
                // Nobody follows these: they wait for each other, and run again what one of them leaves behind.
                WorkerLine line = plan.Line with { LeavesWhenIdle = false, MaxTime = null, Grace = null };
                Console.Out.Write(ShellScript.Write(
                    parsed.GetValue(workers), line, Path.Combine(plan.Line.Folder, "workers"), Directory.GetCurrentDirectory()));
                return Task.FromResult(ExitCodes.Done);
            }

            string name = JobName.New(plan.StudyName, TimeProvider.System.GetUtcNow());
            string script = plan.Script(name);

            // Slurm makes no folder for logs, and throws them away where there is none.
            Directory.CreateDirectory(Submission.MarksOf(plan.Line.Folder, name));
            plan.Remember(name, TimeProvider.System.GetUtcNow()).Write(plan.Line.Folder);
            Console.Out.Write(script);
            return Task.FromResult(ExitCodes.Done);
        }));
        return command;
    }
}
