using System.Collections.Concurrent;

namespace Hypermax.Execution.WorkerProcess;

/// <summary>Runs the objectives of an assembly in persistent processes of their own, one for each slot.</summary>
/// <remarks>
/// <para>A trial that crashes, hangs, leaks, floods its output or leaves processes behind costs its own process, which is
/// killed with everything it started and replaced before the next trial of the slot; the search goes on.</para>
/// <para>Starting takes about 50 ms for each slot; a trial then costs well under a millisecond more than in process.</para>
/// <para>Safe to call from several threads at once, one for each slot.</para>
/// </remarks>
public sealed class WorkerProcessExecutor : IExecutor
{
    private readonly WorkerCommand _command;
    private readonly WorkerOptions _options;
    private readonly ConcurrentDictionary<int, WorkerSlot> _slots = new();

    private WorkerProcessExecutor(WorkerCommand command, WorkerOptions options, IReadOnlyList<WorkerObjective> objectives)
    {
        _command = command;
        _options = options;
        Objectives = objectives;
    }

    /// <summary>Gets the objectives of the assembly, in the order of their names.</summary>
    public IReadOnlyList<WorkerObjective> Objectives { get; }

    /// <summary>Starts the first worker and learns what objectives there are.</summary>
    /// <param name="command">How a worker is started; see <see cref="WorkerCommand.For"/>.</param>
    /// <param name="options">How trials run, or null for the defaults.</param>
    /// <param name="cancellation">Cancelled when nobody waits any more.</param>
    /// <exception cref="ExecutorException">The worker cannot be started, or the assembly has no objectives (reason <c>noRegistry</c>).</exception>
    /// <exception cref="ArgumentException">The limits contradict each other.</exception>
    public static async Task<WorkerProcessExecutor> StartAsync(WorkerCommand command, WorkerOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new WorkerOptions();
        options.Limits.Validate();
        LiveWorker first = await LiveWorker.StartAsync(command, options, 0, cancellation).ConfigureAwait(false);
        WorkerProcessExecutor executor = new(command, options, first.Objectives);
        executor._slots[0] = new WorkerSlot(command, options, 0, first);
        return executor;
    }

    /// <summary>Gets an executor for one objective that shares the processes of this one; disposing of it does nothing.</summary>
    /// <param name="objective">The name of the objective.</param>
    /// <param name="options">What differs for this objective, or null for the options of the pool.
    /// Options that concern starting a process come from the pool.</param>
    /// <exception cref="ArgumentException">There is no such objective, or the limits contradict each other.</exception>
    public IExecutor For(string objective, WorkerOptions? options = null)
    {
        if (!Objectives.Any(known => known.Name == objective))
        {
            throw new ArgumentException(
                $"There is no objective '{objective}'; the assembly has {string.Join(", ", Objectives.Select(known => $"'{known.Name}'"))}.",
                nameof(objective));
        }

        (options ?? _options).Limits.Validate();
        return new View(this, objective, options ?? _options);
    }

    /// <summary>Runs one trial of the only objective; use <see cref="For"/> where there are several.</summary>
    /// <inheritdoc/>
    public Task<TrialOutcome> RunAsync(TrialJob job, CancellationToken cancellation) => Objectives is [var only]
        ? RunAsync(only.Name, _options, job, cancellation)
        : throw new InvalidOperationException($"The assembly has {Errors.Counted.Of(Objectives.Count, "objective")}; choose one with For(name).");

    /// <summary>Asks all workers to leave and ends those that do not within seconds, with everything they started.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_slots.Values.Select(slot => slot.DisposeAsync().AsTask())).ConfigureAwait(false);
        _slots.Clear();
    }

    private Task<TrialOutcome> RunAsync(string objective, WorkerOptions options, TrialJob job, CancellationToken cancellation) =>
        _slots.GetOrAdd(job.Slot, slot => new WorkerSlot(_command, _options, slot, null)).RunAsync(
            objective, job.Limits is { } own ? options with { Limits = own } : options, job, cancellation);

    private sealed class View(WorkerProcessExecutor pool, string objective, WorkerOptions options) : IExecutor
    {
        public Task<TrialOutcome> RunAsync(TrialJob job, CancellationToken cancellation) => pool.RunAsync(objective, options, job, cancellation);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
