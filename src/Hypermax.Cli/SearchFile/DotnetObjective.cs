using Hypermax.Config;
using Hypermax.Errors;
using Hypermax.Execution;
using Hypermax.Execution.Limits;
using Hypermax.Execution.WorkerProcess;
using Hypermax.Fingerprints;
using Hypermax.Search;
using Hypermax.Settings;
using Hypermax.Slurm;

namespace Hypermax.SearchFile;

/// <summary>The objective of a built assembly that a configuration names, in worker processes of its own.</summary>
internal sealed class DotnetObjective : IAsyncDisposable
{
    private readonly WorkerProcessExecutor _workers;
    private readonly WorkerCommand _command;

    private DotnetObjective(WorkerProcessExecutor workers, WorkerCommand command, WorkerObjective objective, string assembly)
    {
        _command = command;
        _workers = workers;
        Objective = objective;
        Fingerprint = AssemblyFingerprint.Of(assembly, []);
    }

    /// <summary>Gets the objective.</summary>
    public WorkerObjective Objective { get; }

    /// <summary>Gets what decides the loss, or null where that cannot be told.</summary>
    public string? Fingerprint { get; }

    // It lies beside the tool.
    private static string Worker => Path.Combine(AppContext.BaseDirectory, "worker", "Hypermax.Worker.dll");

    /// <summary>Starts a worker and finds the objective.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="settings">How workers are set up.</param>
    /// <param name="stop">Cancelled when nobody waits any more.</param>
    /// <exception cref="ExecutorException">The worker does not start, or the assembly has no objectives.</exception>
    /// <exception cref="FileNotFoundException">The assembly, or a file beside it, does not exist.</exception>
    /// <exception cref="FormatException">There is no such objective, or several and none is named.</exception>
    public static async Task<DotnetObjective> StartAsync(SearchConfig config, SettingSet settings, CancellationToken stop)
    {
        string assembly = Path.GetFullPath(
            Path.Combine(Path.GetDirectoryName(Path.GetFullPath(config.Path))!, config.Values["function.assembly"].Text));
        WorkerCommand command = WorkerCommand.For(assembly, Worker, PackageFolders.Of(assembly));
        WorkerOptions pool = ExecutorSettings.Workers(settings, TrialLimits.None, new Violations());
        WorkerProcessExecutor workers = await WorkerProcessExecutor.StartAsync(command, pool, stop).ConfigureAwait(false);
        try
        {
            return new DotnetObjective(workers, command, Find(config, workers.Objectives, assembly), assembly);
        }
        catch
        {
            await workers.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Makes what runs its trials; to be disposed of before this.</summary>
    /// <param name="plan">How it is searched.</param>
    /// <param name="folder">The folder of the study.</param>
    /// <param name="lines">Takes what is said.</param>
    /// <param name="stop">Cancelled when nobody waits any more.</param>
    /// <exception cref="ExecutorException">Trials cannot run as they are to.</exception>
    public Task<IExecutor> ExecutorOfAsync(SearchPlan plan, string folder, SearchLines lines, CancellationToken stop) => ExecutorSettings.AreJobs(plan.Settings)
        ? TrialJobs.CreateAsync(
            new NodePlan { Settings = plan.Settings, Worker = _command, Objective = Objective.Name }, plan, Path.GetFileName(folder), folder, lines, stop)
        : Task.FromResult(ExecutorOf(plan));

    /// <summary>Makes what runs its trials in processes of this machine.</summary>
    public IExecutor ExecutorOf(SearchPlan plan) => _workers.For(Objective.Name, ExecutorSettings.Workers(plan.Settings, plan.Limits, new Violations()));

    public ValueTask DisposeAsync() => _workers.DisposeAsync();

    private static WorkerObjective Find(SearchConfig config, IReadOnlyList<WorkerObjective> objectives, string assembly)
    {
        string[] names = [.. objectives.Select(objective => objective.Name)];
        string list = string.Join(", ", names);
        if (config.Values.GetValueOrDefault("function.objective")?.Text is not { } name)
        {
            return objectives is [{ } only]
                ? only
                : throw new FormatException(
                    $"'{assembly}' has {Counted.Of(names.Length, "objective")}{(names.Length == 0 ? string.Empty : $" ({list})")}, "
                        + "and 'function.objective' names none. "
                    + (names.Length == 0 ? "Put [Objective] on a method." : $"Write for example \"objective\": \"{names[0]}\"."));
        }

        return objectives.FirstOrDefault(objective => objective.Name == name)
            ?? throw new FormatException(
                $"'function.objective' is \"{name}\", which '{assembly}' does not have; it has {list}. {NearestName.Hint(name, names)}Correct the name.");
    }
}
