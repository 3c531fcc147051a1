using System.CommandLine;
using Hypermax.Execution;
using Hypermax.Execution.Slurm;
using Hypermax.Execution.WorkerProcess;
using Hypermax.Run;
using Hypermax.Search;
using Hypermax.Settings;
using Hypermax.Workers;

namespace Hypermax.Slurm;

/// <summary>The verb <c>hypermax slurm trial</c>, which jobs of single trials run on their nodes; nobody types it.</summary>
internal static class TrialVerb
{
    /// <summary>The name of the verb.</summary>
    public const string Name = "trial";

    public static Command Create()
    {
        Argument<DirectoryInfo> folder = new("folder") { Description = "The folder of the trial." };
        Command command = new(Name, "Runs one trial on a node, as a job that '--executor slurm' submitted.") { folder };
        command.Hidden = true;
        command.SetAction(parsed => RunAsync(parsed.GetRequiredValue(folder).FullName));
        return command;
    }

    private static async Task<int> RunAsync(string folder)
    {
        // The trial has the grace of its own limits; more is not Slurm's to give.
        using LeaveSignal leave = new(TimeSpan.Zero);
        try
        {
            IExecutor executor = await ExecutorOfAsync(folder, leave.Ending).ConfigureAwait(false);
            await using (executor.ConfigureAwait(false))
            {
                return await SlurmTrial.RunAsync(folder, new InterruptedTrials(executor, leave), leave.Ending).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Cancelled;
        }
        catch (Exception error) when (error is ExecutorException or FormatException or ArgumentException or FileNotFoundException)
        {
            string text = $"On node '{Environment.MachineName}': {error.Message}";
            Console.Error.WriteLine(text);
            SlurmTrial.Refuse(folder, text);
            return ExitCodes.Environment;
        }
    }

    private static async Task<IExecutor> ExecutorOfAsync(string folder, CancellationToken stop)
    {
        Violations violations = new();
        NodePlan node = NodePlan.Read(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(folder))!, violations);
        SearchPlan plan = new() { Settings = node.Settings, Options = new StudyOptions(), Limits = LimitSettings.Read(node.Settings, violations) };
        if (node.Worker is null)
        {
            Evaluator? evaluator = Evaluator.Read(plan, SlurmTrial.SpaceOf(folder), violations);
            Require(violations);
            return await evaluator!.StartAsync(stop).ConfigureAwait(false);
        }

        WorkerOptions options = ExecutorSettings.Workers(node.Settings, plan.Limits, violations);
        Require(violations);
        WorkerProcessExecutor workers = await WorkerProcessExecutor.StartAsync(node.Worker, options, stop).ConfigureAwait(false);
        return new OneObjective(workers, workers.For(node.Objective!, options));
    }

    private static void Require(Violations violations) => violations.ThrowIfAny("the search that submitted this job, perhaps of another release,");

    // Disposing of what runs one objective leaves the process of all of them.
    private sealed class OneObjective(WorkerProcessExecutor workers, IExecutor objective) : IExecutor
    {
        public Task<TrialOutcome> RunAsync(TrialJob job, CancellationToken cancellation) => objective.RunAsync(job, cancellation);

        public ValueTask DisposeAsync() => workers.DisposeAsync();
    }
}
