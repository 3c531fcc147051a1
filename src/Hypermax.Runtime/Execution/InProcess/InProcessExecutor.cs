using System.Globalization;
using Hypermax.Execution.Limits;
using Hypermax.Execution.Usages;

namespace Hypermax.Execution.InProcess;

/// <summary>Runs trials in this process, each on a thread of the pool.</summary>
/// <remarks>
/// <para>The fastest way and the least safe: an objective that crashes the process takes the search with it, and one that
/// ignores its token cannot be stopped, only left behind. Use worker processes where that matters.</para>
/// <para>A trial that ran alone, without another beside it or one left behind, has the processor time that this process used
/// meanwhile as its usage; memory is not measured, for it cannot be told from that of the search.</para>
/// <para>Safe to call from any number of threads at once.</para>
/// </remarks>
public sealed class InProcessExecutor : IExecutor
{
    private readonly Func<Point, TrialContext, Task<TrialOutcome>> _objective;
    private readonly InProcessOptions _options;
    private int _leftBehind;
    private int _running;
    private long _started;

    /// <summary>Creates an executor.</summary>
    /// <param name="objective">Evaluates a point. It may run synchronously and return a finished task.</param>
    /// <param name="options">How, or null for the defaults.</param>
    /// <exception cref="ArgumentException">The limits contradict each other or cannot be kept in one's own process.</exception>
    public InProcessExecutor(Func<Point, TrialContext, Task<double>> objective, InProcessOptions? options = null)
        : this(async (point, trial) => TrialOutcome.Of(await objective(point, trial).ConfigureAwait(false)), options)
    {
    }

    private InProcessExecutor(Func<Point, TrialContext, Task<TrialOutcome>> objective, InProcessOptions? options)
    {
        _objective = objective;
        _options = options ?? new InProcessOptions();
        _options.Limits.Validate();
        InProcessRules.Check(_options.Limits);
    }

    /// <summary>Gets how many trials ignored their token and were left behind so far.</summary>
    public int LeftBehindCount => _leftBehind;

    /// <summary>Creates an executor for an objective that takes the user's type.</summary>
    /// <typeparam name="T">The user's type.</typeparam>
    /// <param name="space">Binds points to values.</param>
    /// <param name="objective">Evaluates a value.</param>
    /// <param name="options">How, or null for the defaults.</param>
    public static InProcessExecutor Of<T>(SearchSpace<T> space, Func<T, TrialContext, Task<double>> objective, InProcessOptions? options = null) =>
        new((point, trial) => objective(space.Bind(point), trial), options);

    /// <summary>Creates an executor for a synchronous objective that takes the user's type.</summary>
    /// <typeparam name="T">The user's type.</typeparam>
    /// <param name="space">Binds points to values.</param>
    /// <param name="objective">Evaluates a value.</param>
    /// <param name="options">How, or null for the defaults.</param>
    public static InProcessExecutor Of<T>(SearchSpace<T> space, Func<T, TrialContext, double> objective, InProcessOptions? options = null) =>
        new((point, trial) => Task.FromResult(objective(space.Bind(point), trial)), options);

    /// <summary>Creates an executor for an objective with several values.</summary>
    /// <param name="objective">Evaluates a point: one value for each objective of the study. It may run synchronously and return a finished task.</param>
    /// <param name="options">How, or null for the defaults.</param>
    /// <exception cref="ArgumentException">The limits contradict each other or cannot be kept in one's own process.</exception>
    public static InProcessExecutor OfValues(Func<Point, TrialContext, Task<IReadOnlyList<double>>> objective, InProcessOptions? options = null) =>
        new(async (point, trial) => TrialOutcome.Of(await objective(point, trial).ConfigureAwait(false)), options);

    /// <inheritdoc/>
    public async Task<TrialOutcome> RunAsync(TrialJob job, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
        {
            return TrialOutcome.Fail(FailureKind.Cancelled, "The search was stopped before the trial began.");
        }

        if (Refusal(job.Limits) is { } refusal)
        {
            return TrialOutcome.Fail(FailureKind.NotStarted, refusal);
        }

        TrialLimits limits = job.Limits ?? _options.Limits;
        TrialNotes notes = new(job);

        // Not disposed: the objective may go on with the token after we have stopped waiting for it.
        CancellationTokenSource stop = new();

        // Counted before it runs: on a busy machine it may have ended before we came to count it.
        InProcessUsage usage = new(Interlocked.Increment(ref _running) == 1);
        long started = Interlocked.Increment(ref _started);
        Task<TrialOutcome> work = Task.Run(
            () =>
            {
                notes.Begin();
                return _objective(job.Point, new InProcessTrial(job, notes, stop));
            },
            CancellationToken.None);
        using UsageDesk.Following following = UsageDesk.Shared.Follow(new InProcessSource(notes));
        LimitBreach? breach = await InProcessWatch.WaitAsync(work, notes, stop, limits, cancellation).ConfigureAwait(false);
        bool wasAlone = Interlocked.Decrement(ref _running) == 0 && Interlocked.Read(ref _started) == started;
        if (!work.IsCompleted)
        {
            return notes.Complete(LeaveBehind(job, breach!, limits));
        }

        breach ??= stop.IsCancellationRequested && limits.SoftWallTime is { } soft ? LimitBreach.WallTime(soft) : null;
        TrialOutcome outcome = await ReadAsync(work, notes, breach, limits).ConfigureAwait(false);
        outcome = outcome.State == TrialState.Pruned ? outcome : notes.Complete(outcome);
        return outcome with { Usage = usage.Finish(wasAlone && _leftBehind == 0) };
    }

    // Those of the executor were looked at when it was made.
    private static string? Refusal(TrialLimits? limits)
    {
        try
        {
            InProcessRules.Check(limits ?? TrialLimits.None);
            return null;
        }
        catch (ArgumentException error)
        {
            return error.Message;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<TrialOutcome> ReadAsync(Task<TrialOutcome> work, TrialNotes notes, LimitBreach? breach, TrialLimits limits)
    {
        try
        {
            TrialOutcome outcome = await work.ConfigureAwait(false);
            return notes.ShouldPrune ? notes.Pruned() : outcome;
        }
        catch (OperationCanceledException) when (notes.ShouldPrune)
        {
            return notes.Pruned();
        }
        catch (OperationCanceledException) when (breach is not null)
        {
            return breach.ToOutcome(limits);
        }
        catch (Exception error)
        {
            return Failures.Of(error);
        }
    }

    private TrialOutcome LeaveBehind(TrialJob job, LimitBreach breach, TrialLimits limits)
    {
        Interlocked.Increment(ref _leftBehind);
        string message = string.Create(
            CultureInfo.InvariantCulture,
            $"{breach.Message} Trial {job.Number} ignores its cancellation token, so it was left behind and still uses its thread. "
            + $"Pass the token on in the objective, or run it in a worker process.");
        _options.LeftBehind?.Invoke(message);
        return (breach with { Message = message }).ToOutcome(limits);
    }
}
