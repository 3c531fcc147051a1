using Hypermax.Execution;
using Hypermax.Execution.Losses;
using Hypermax.Execution.WorkerProcess;

namespace Hypermax.Tune;

/// <summary>Searches the objectives of one project, one after the other.</summary>
/// <remarks>The user's code is never loaded here: a worker process lists the objectives and runs the trials.</remarks>
internal sealed class TuneRun(TuneArguments arguments, BuildLines lines, TimeProvider clock)
{
    /// <summary>Runs all searches that the arguments ask for.</summary>
    /// <param name="stop">Ends them early.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        if (!ProjectCheck.HasObjectives(arguments, lines, out int exitCode))
        {
            return exitCode;
        }

        try
        {
            OpenFiles.Require(arguments.Settings.Workers ?? 1);
            WorkerCommand command = WorkerCommand.For(arguments.Assembly, arguments.Worker, arguments.Packages is { } packages ? [packages] : [], arguments.Host, runtimeConfig: arguments.RuntimeConfig);
            WorkerProcessExecutor workers = await WorkerProcessExecutor.StartAsync(command, TrialPlan.Pool(arguments.Settings.Trial), stop).ConfigureAwait(false);
            await using (workers.ConfigureAwait(false))
            {
                return StudyChoice.Of(arguments, workers.Objectives, lines) is { } chosen
                    ? await RunAsync(workers, chosen, stop).ConfigureAwait(false)
                    : ExitCodes.Usage;
            }
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Cancelled;
        }
        catch (Exception error) when (error is ExecutorException or IOException)
        {
            lines.Error("HMXB0012", $"The objectives of '{arguments.ProjectName}' cannot be run: {error.Message}");
            return ExitCodes.Environment;
        }
    }

    private bool LimitsMakeSense(IReadOnlyList<WorkerObjective> chosen)
    {
        int before = lines.Errors;
        foreach (WorkerObjective objective in chosen)
        {
            TrialPlan.Override(objective.Settings, arguments.Settings.Trial);
            if (TrialPlan.Problem(objective) is { } problem)
            {
                lines.Error("HMXB0021", $"The limits of objective '{objective.Name}' make no sense: {problem}", Positions.Of(arguments, objective.Position));
            }
        }

        return lines.Errors == before;
    }

    private async Task<int> RunAsync(WorkerProcessExecutor workers, IReadOnlyList<WorkerObjective> chosen, CancellationToken stop)
    {
        if (!LimitsMakeSense(chosen))
        {
            return ExitCodes.Usage;
        }

        if (arguments.Settings.Repeat is int trial)
        {
            return await RepeatAsync(workers, chosen, trial, stop).ConfigureAwait(false);
        }

        int worst = ExitCodes.Done;
        foreach (WorkerObjective objective in chosen)
        {
            if (stop.IsCancellationRequested)
            {
                return ExitCodes.Cancelled;
            }

            int code = await new StudySearch(arguments, objective, workers.For(objective.Name, TrialPlan.Workers(objective)), lines, clock).RunAsync(stop).ConfigureAwait(false);
            worst = Math.Max(worst, code);
        }

        return worst;
    }

    private async Task<int> RepeatAsync(WorkerProcessExecutor workers, IReadOnlyList<WorkerObjective> chosen, int trial, CancellationToken stop)
    {
        if (chosen is not [{ } objective])
        {
            lines.Error("HMXB0018", $"Property 'HypertuneRepeat' repeats a trial of one study, but HypertuneStudy '{arguments.Settings.Study}' matches {chosen.Count}. Name one with -p:HypertuneStudy=….");
            return ExitCodes.Usage;
        }

        IExecutor executor = workers.For(objective.Name, TrialPlan.Workers(objective));
        try
        {
            // Judged as in the search, or the two values could not be compared.
            executor = TrialPlan.LossOf(objective.Settings) is { } loss ? new LossExecutor(executor, new LossFunction(loss)) : executor;
        }
        catch (Exception error) when (error is FormatException or ArgumentException)
        {
            lines.Error("HMXB0001", $"Study '{objective.Name}': {error.Message}", Positions.Of(arguments, objective.Position));
            return ExitCodes.Usage;
        }

        return await new TrialRepeat(arguments, objective, executor, lines).RunAsync(trial, stop).ConfigureAwait(false);
    }
}
