using Hypermax.Execution.Limits;
using Hypermax.Execution.Logs;
using Hypermax.Execution.Usages;
using Hypermax.Execution.Watchdogs;

namespace Hypermax.Execution.WorkerProcess;

/// <summary>A place in which one trial at a time runs, and the process that currently serves it.</summary>
internal sealed class WorkerSlot(WorkerCommand command, WorkerOptions pool, int slot, LiveWorker? worker) : IAsyncDisposable
{
    /// <summary>How long to wait for what a trial printed: its end stands in the pipe already, so only a very busy machine makes us wait.</summary>
    private static readonly TimeSpan PrintPatience = TimeSpan.FromSeconds(10);

    /// <summary>How long a process that has run trials before may take to find a thread for the next one.</summary>
    private static readonly TimeSpan BeginPatience = TimeSpan.FromSeconds(5);

    private const int BeginAttempts = 3;

    private LiveWorker? _worker = worker;

    public async Task<TrialOutcome> RunAsync(string objective, WorkerOptions options, TrialJob job, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
        {
            return LimitBreach.Cancelled.ToOutcome(options.Limits);
        }

        string? path = job.StudyFolder is null ? null : Path.GetFullPath(Path.Combine(job.StudyFolder, TrialPaths.Log(job.Number)));
        using TrialLog log = new(path, options.LogBytes);
        TrialNotes notes = new(job);
        (LiveWorker Worker, WorkerExchange Exchange) begun;
        try
        {
            begun = await BeginAsync(objective, job, notes, log, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return LimitBreach.Cancelled.ToOutcome(options.Limits);
        }
        catch (ExecutorException error)
        {
            return TrialOutcome.Fail(FailureKind.NotStarted, error.Message);
        }

        (LiveWorker current, WorkerExchange exchange) = begun;
        using TrialWatch watch = new(current.Child.Tree, options.Limits, notes, () => log.Total + notes.Bytes, isFresh: false);
        watch.Warned = () => current.Signal(exchange, "cancel");
        using UsageDesk.Following following = UsageDesk.Shared.Follow(watch);
        TrialOutcome outcome = await WaitAsync(current, exchange, watch, options.Limits, cancellation).ConfigureAwait(false);
        ResourceUsage usage = watch.Finish();
        await exchange.Printed.WaitAsync(PrintPatience, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!current.IsAlive || ShouldRecycle(options, current, watch.LastBytes))
        {
            await DropAsync().ConfigureAwait(false);
        }

        log.Dispose();
        outcome = outcome.State == TrialState.Pruned ? outcome : notes.Complete(outcome);
        return outcome with { Usage = usage, Log = log.HasFile ? TrialPaths.Log(job.Number) : null };
    }

    public ValueTask DisposeAsync() => new(DropAsync());

    private static async Task<TrialOutcome> WaitAsync(
        LiveWorker current, WorkerExchange exchange, TrialWatch watch, TrialLimits limits, CancellationToken cancellation)
    {
        Task<TrialOutcome?> ended = exchange.Ended;
        Task either = Task.WhenAny(ended, watch.Breached);
        await either.WaitAsync(cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        LimitBreach? breach = ended.IsCompleted ? null : watch.Breached.IsCompleted ? await watch.Breached.ConfigureAwait(false) : LimitBreach.Cancelled;
        if (breach is not null)
        {
            await StopAsync(current, exchange, breach, limits).ConfigureAwait(false);
        }

        TrialOutcome? outcome = await ended.ConfigureAwait(false);
        if (outcome is null)
        {
            return breach?.ToOutcome(limits) ?? await DiedAsync(current, exchange).ConfigureAwait(false);
        }

        // A trial that obeyed its token did not say why it was cancelled; we know.
        return outcome.Failure == FailureKind.Cancelled && (breach ?? watch.Obeyed) is { } reason ? reason.ToOutcome(limits) : outcome;
    }

    private static async Task StopAsync(LiveWorker current, WorkerExchange exchange, LimitBreach breach, TrialLimits limits)
    {
        if (!breach.AtOnce && limits.Grace > TimeSpan.Zero)
        {
            current.Signal(exchange, "cancel");
            await Task.WhenAny(exchange.Ended, LongWaits.DelayAsync(limits.Grace, CancellationToken.None)).ConfigureAwait(false);
        }

        if (!exchange.Ended.IsCompleted)
        {
            await Task.Run(current.Kill, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static async Task<TrialOutcome> DiedAsync(LiveWorker current, WorkerExchange exchange)
    {
        string end = await current.DescribeEndAsync().ConfigureAwait(false);

        // Processes that it left behind would hold its output open.
        await Task.Run(current.Kill, CancellationToken.None).ConfigureAwait(false);
        await exchange.Printed.WaitAsync(PrintPatience, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        string words = exchange.Log.Tail(5);
        return TrialOutcome.Fail(
            FailureKind.ProcessDied, $"The process of the trial {end} before it gave a result.{(words.Length > 0 ? "\n" + words : string.Empty)}");
    }

    private static bool ShouldRecycle(WorkerOptions options, LiveWorker current, long bytes) =>
        options.Isolation == WorkerIsolation.Trial
        || (options.RecycleAfterTrials > 0 && current.Trials >= options.RecycleAfterTrials)
        || bytes > (options.RecycleAboveBytes ?? options.Limits.MemoryBytes / 2);

    // A trial is not to blame for what earlier ones did to the process: a pool without a free thread, a signal that stopped
    // everything, a crash at leisure. As long as it has not begun, it can begin elsewhere.
    private async Task<(LiveWorker Worker, WorkerExchange Exchange)> BeginAsync(
        string objective, TrialJob job, TrialNotes notes, TrialLog log, CancellationToken cancellation)
    {
        for (int attempt = 1; ; attempt++)
        {
            LiveWorker current = await GetWorkerAsync(cancellation).ConfigureAwait(false);
            bool isFresh = current.Trials == 0;
            WorkerExchange exchange = current.Begin(objective, job, notes, log);
            Task either = Task.WhenAny(exchange.Begun, exchange.Ended);
            await either.WaitAsync(BeginPatience, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (exchange.Begun.IsCompleted || isFresh || attempt == BeginAttempts || cancellation.IsCancellationRequested)
            {
                return (current, exchange);
            }

            await Task.Run(current.Kill, CancellationToken.None).ConfigureAwait(false);
            await DropAsync().ConfigureAwait(false);
        }
    }

    private async Task<LiveWorker> GetWorkerAsync(CancellationToken cancellation)
    {
        if (_worker is { IsAlive: false })
        {
            await DropAsync().ConfigureAwait(false);
        }

        return _worker ??= await LiveWorker.StartAsync(command, pool, slot, cancellation).ConfigureAwait(false);
    }

    private async Task DropAsync()
    {
        if (_worker is { } old)
        {
            _worker = null;
            await old.DisposeAsync().ConfigureAwait(false);
        }
    }
}
