using Hypermax.Brokers;
using Hypermax.Build.Protocol;
using Hypermax.Execution;
using Hypermax.Execution.Limits;
using Hypermax.Execution.Losses;
using Hypermax.Execution.WorkerProcess;
using Hypermax.Search;
using Hypermax.Settings;
using Hypermax.Slurm;

namespace Hypermax.Tune;

/// <summary>Searches the objectives of one project, one after the other.</summary>
/// <remarks>The user's code is never loaded here: a worker process lists the objectives and runs the trials.</remarks>
internal sealed class TuneRun(TuneArguments arguments, SearchLines lines, TimeProvider clock)
{
    private readonly CiReport _ci = new(arguments.CiSubject, lines, clock, Environment.GetEnvironmentVariable);

    /// <summary>Runs all searches that the arguments ask for.</summary>
    /// <param name="stop">Ends them early.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        int code = await SearchAsync(stop).ConfigureAwait(false);
        _ci.Write();
        return code;
    }

    private async Task<int> SearchAsync(CancellationToken stop)
    {
        if (!ProjectCheck.HasObjectives(arguments, lines, out int exitCode))
        {
            return exitCode;
        }

        try
        {
            OpenFiles.Require(arguments.Settings.Value(StudySettings.Workers) ?? 1);
            WorkerOptions pool = ExecutorSettings.Workers(arguments.Settings, TrialLimits.None, new Violations());
            WorkerProcessExecutor workers = await WorkerProcessExecutor.StartAsync(Command(), pool, stop).ConfigureAwait(false);
            await using (workers.ConfigureAwait(false))
            {
                return StudyChoice.Of(arguments, workers.Objectives, lines) is { } chosen
                    ? await RunAsync(workers, chosen, stop).ConfigureAwait(false)
                    : ExitCodes.Usage;
            }
        }
        catch (Exception error) when (error is ExecutorException or IOException)
        {
            lines.Say(BuildRules.CannotRun, $"The objectives of '{arguments.ProjectName}' cannot be run: {error.Message}");
            return ExitCodes.Environment;
        }
    }

    private async Task<int> RunAsync(WorkerProcessExecutor workers, IReadOnlyList<WorkerObjective> chosen, CancellationToken stop)
    {
        (WorkerObjective Objective, SearchTask Task)[] searches = [.. chosen.Select(objective => (objective, TaskOf(objective)))];
        RequireOwnStudies([.. searches.Select(search => search.Task)]);
        if (lines.Errors > 0)
        {
            return ExitCodes.Usage;
        }

        if (arguments.Settings.Value(BuildSettings.Repeat) is int trial)
        {
            return await RepeatAsync(workers, searches, trial, stop).ConfigureAwait(false);
        }

        int worst = ExitCodes.Done;
        List<string> failed = [];
        foreach ((WorkerObjective objective, SearchTask task) in searches)
        {
            if (stop.IsCancellationRequested)
            {
                return ExitCodes.Cancelled;
            }

            _ci.Begin(task);
            int code;
            IExecutor executor = ExecutorSettings.AreMessages(task.Plan.Settings)
                ? await BrokerTrials.ConnectAsync(task.Plan.Settings, task.Plan.Limits, lines, stop).ConfigureAwait(false)
                : await ExecutorOfAsync(workers, objective, task, stop).ConfigureAwait(false);
            await using (executor.ConfigureAwait(false))
            {
                code = await new StudySearch(task, executor, lines, clock) { Ended = _ci.Take }.RunAsync(stop).ConfigureAwait(false);
            }

            _ci.End();
            worst = Math.Max(worst, code);
            if (code is not (ExitCodes.Done or ExitCodes.Cancelled))
            {
                failed.Add(objective.Name);
            }
        }

        EarlierSearches.TellUnsearched(arguments, workers.Objectives, failed, lines);
        return worst;
    }

    // Two objectives would evaluate each other's points.
    private void RequireOwnStudies(IReadOnlyList<SearchTask> tasks)
    {
        IGrouping<string?, SearchTask>? twins = tasks.Where(task => task.Plan.Options.StoreAddress is not null)
            .GroupBy(task => task.Plan.Options.Name, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(group => group.Skip(1).Any());
        if (twins is not null)
        {
            Setting setting = StudySettings.StoreStudy;
            lines.Say(
                BuildRules.SharedFolder,
                $"{arguments.Settings.SubjectOf(setting)} gives {string.Join(" and ", twins.Select(task => $"'{task.Name}'"))} the same study "
                    + $"'{twins.Key}' of the store. Write {{study}} where their own names are to stand, such as {setting.Example}, or search one of them.");
        }
    }

    private SearchTask TaskOf(WorkerObjective objective)
    {
        Violations violations = new();
        SearchTask task = arguments.TaskOf(objective, violations);
        ExecutorSettings.Workers(task.Plan.Settings, task.Plan.Limits, violations);
        TrialJobs.Check(task.Plan, violations);
        BrokerTrials.Check(task.Plan.Settings, violations);
        foreach (string problem in objective.Violations.Concat(violations.Sentences))
        {
            lines.Say(BuildRules.BadTogether, $"The settings of objective '{objective.Name}' do not hold: {problem}", task.PositionOf());
        }

        return task;
    }

    private async Task<IExecutor> ExecutorOfAsync(WorkerProcessExecutor workers, WorkerObjective objective, SearchTask task, CancellationToken stop) =>
        ExecutorSettings.AreJobs(task.Plan.Settings)
            ? await TrialJobs.CreateAsync(
                new NodePlan { Settings = task.Plan.Settings, Worker = Command(), Objective = objective.Name },
                task.Plan,
                task.Name,
                task.Folder,
                lines,
                stop).ConfigureAwait(false)
            : ExecutorOf(workers, objective, task.Plan);

    private WorkerCommand Command() =>
        WorkerCommand.For(arguments.Assembly, arguments.Worker, arguments.Packages, arguments.Host, runtimeConfig: arguments.RuntimeConfig);

    private static IExecutor ExecutorOf(WorkerProcessExecutor workers, WorkerObjective objective, SearchPlan plan) =>
        workers.For(objective.Name, ExecutorSettings.Workers(plan.Settings, plan.Limits, new Violations()));

    private async Task<int> RepeatAsync(WorkerProcessExecutor workers, (WorkerObjective Objective, SearchTask Task)[] chosen, int trial, CancellationToken stop)
    {
        if (chosen is not [var (objective, task)])
        {
            lines.Say(
                BuildRules.NoSuchTrial,
                $"Property 'HypertuneRepeat' repeats a trial of one study, but HypertuneStudy '{StudyChoice.Wanted(arguments)}' matches {chosen.Length}. "
                + "Name one with -p:HypertuneStudy=….");
            return ExitCodes.Usage;
        }

        // Judged as in the search, or the two values could not be compared.
        IExecutor executor = ExecutorOf(workers, objective, task.Plan);
        executor = task.Plan.Options.Loss is { } loss ? new LossExecutor(executor, loss) : executor;
        return await new TrialRepeat(arguments, objective, executor, lines).RunAsync(trial, stop).ConfigureAwait(false);
    }
}
