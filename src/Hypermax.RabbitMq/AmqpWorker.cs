using System.Collections.Concurrent;
using System.Globalization;
using Hypermax.Execution;
using Hypermax.RabbitMq.Connecting;
using Hypermax.RabbitMq.Messages;
using Hypermax.RabbitMq.Working;

namespace Hypermax.RabbitMq;

/// <summary>Takes trials from a queue, runs them with any executor, and sends back how they ended; as many workers as you like serve one queue.</summary>
/// <remarks>
/// A trial is answered for only when the broker has its result, so the trials of a worker that is killed are given to others. A worker whose connection is
/// cut goes on with what it runs and sends the result when it is back.
/// </remarks>
public sealed class AmqpWorker
{
    private const int RememberedEnds = 1000;
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(300);

    private static readonly TimeSpan LateTime = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LeavePatience = TimeSpan.FromSeconds(5);

    private readonly AmqpWorkerOptions _options;
    private readonly SearchSpace _space;
    private readonly IExecutor _executor;
    private readonly QueueNames _names;
    private readonly BrokerAddress _address;
    private readonly string _spaceHash;
    private readonly string _name = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}/{Environment.ProcessId}");
    private readonly TrialIntake _intake;
    private readonly ConcurrentDictionary<TrialKey, RunningTrial> _running = new();
    private readonly ConcurrentQueue<TrialKey> _ends = new();
    private ExecutorException? _refusal;
    private int _begun;

    /// <summary>Makes a worker that is not at work yet.</summary>
    /// <param name="options">Which broker and queue, and for how long.</param>
    /// <param name="space">The space of the study; a trial of another one ends the worker, which then has nothing to do there.</param>
    /// <param name="executor">What runs the trials; not disposed of here.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="FormatException">The address is none of a broker.</exception>
    public AmqpWorker(AmqpWorkerOptions options, SearchSpace space, IExecutor executor)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(executor);
        if (options.Slots < 1)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"'{nameof(options.Slots)}' is {options.Slots}; it must be at least 1. Leave it out for 1."), nameof(options));
        }

        (_options, _space, _executor) = (options, space, executor);
        _names = QueueNames.Of(options.Queue);
        _address = BrokerAddress.Parse(options.Address);
        _spaceHash = Spaces.SpaceJson.Hash(space);
        _intake = new TrialIntake(_names, options.Slots, options.Stays, Obey);
    }

    /// <summary>Works until the search has ended, or it is to leave.</summary>
    /// <param name="leaving">Cancelled when no trial is to begin any more; those that run may end.</param>
    /// <param name="ending">Cancelled when running trials are to be stopped and given to others.</param>
    /// <returns>How many trials it began.</returns>
    /// <exception cref="ExecutorException">The broker cannot be reached or does not let us in, or the trials are of another space.</exception>
    public async Task<int> RunAsync(CancellationToken leaving, CancellationToken ending = default)
    {
        string own = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"hypermax-worker-{Environment.ProcessId}-{GetHashCode()}"));
        using CancellationTokenSource quit = CancellationTokenSource.CreateLinkedTokenSource(leaving, ending);
        using CancellationTokenRegistration enough = quit.Token.Register(() => _ = _intake.StopAsync());
        BrokerLink link = new(
            _address, $"hypermax worker {_name}, queue {_names.Trials}", (live, stop) => _intake.SetUpAsync(live, quit.Token, stop), Say);
        await using (link.ConfigureAwait(false))
        {
            try
            {
                await OpenAsync(link, quit.Token).ConfigureAwait(false);
                _ = EndAsync(quit);
                await Task.WhenAll(Enumerable.Range(0, _options.Slots).Select(slot => ServeAsync(link, slot, _options.Folder ?? own, quit, ending)))
                    .ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (quit.IsCancellationRequested)
            {
                // Nothing had begun yet.
            }
            catch (Exception error) when (BrokerTrouble.IsOfBroker(error))
            {
                throw BrokerTrouble.Explain(error, _address, _options.Queue);
            }
            finally
            {
                Remove(own);
            }
        }

        return _refusal is null ? _begun : throw _refusal;
    }

    // A search may end in the moment in which its queue was found.
    private static async Task OpenAsync(BrokerLink link, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                await link.OpenAsync(cancellation).ConfigureAwait(false);
                return;
            }
            catch (Exception error) when (BrokerTrouble.IsMissing(error))
            {
                await Task.Delay(LookInterval, cancellation).ConfigureAwait(false);
            }
        }
    }

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // There was none, or a process that a trial left behind still writes.
        }
    }

    private void Say(string text) => _options.Said?.Invoke(text);

    private async Task EndAsync(CancellationTokenSource quit)
    {
        string reason = await _intake.Over.ConfigureAwait(false);
        Say(reason);
        foreach (RunningTrial trial in _running.Values)
        {
            trial.Stop(isPruned: false);
        }

        await quit.CancelAsync().ConfigureAwait(false);
    }

    private Task Obey(ReadOnlyMemory<byte> body)
    {
        if (!JsonBody.TryRead(body, ControlMessage.Read, out ControlMessage? order, out string why))
        {
            Say($"An order of exchange '{_names.Control}' was not understood, for {why}: {JsonBody.Shown(body)}");
            return Task.CompletedTask;
        }

        bool isBegin = order.Op == ControlMessage.Begin;
        foreach (RunningTrial trial in _running.Values)
        {
            if (isBegin ? trial.Key.Search != order.Key.Search : trial.Key == order.Key)
            {
                trial.Stop(order.Op == ControlMessage.Prune);
            }
        }

        return Task.CompletedTask;
    }

    private async Task ServeAsync(BrokerLink link, int slot, string folder, CancellationTokenSource quit, CancellationToken ending)
    {
        while (await NextAsync(quit).ConfigureAwait(false) is { } delivery)
        {
            if (!JsonBody.TryRead(delivery.Body, TrialMessage.Read, out TrialMessage? message, out string why))
            {
                Say($"A message in queue '{_names.Trials}' was rejected, for {why}: {JsonBody.Shown(delivery.Body)}");
                await delivery.RejectAsync().ConfigureAwait(false);
            }
            else if (message.SpaceHash != _spaceHash || message.Point.Count != _space.Count)
            {
                _refusal ??= new ExecutorException(
                    $"The trials in queue '{_names.Trials}' are of another space than this worker's '{_space.Name}'; others may run them. "
                    + "Give worker and search the same configuration and the same program, or name another queue.");
                await quit.CancelAsync().ConfigureAwait(false);
            }
            else if (_ends.Contains(message.Key))
            {
                // Its result went out before the connection was cut.
                await delivery.AckAsync().ConfigureAwait(false);
            }
            else if (_running.TryGetValue(message.Key, out RunningTrial? known))
            {
                known.Delivery = delivery;
            }
            else if (Interlocked.Increment(ref _begun) is int begun && begun > _options.MaxTrials)
            {
                Interlocked.Decrement(ref _begun);
                await quit.CancelAsync().ConfigureAwait(false);
                await ReturnAsync(link, delivery).ConfigureAwait(false);
            }
            else
            {
                if (begun == _options.MaxTrials)
                {
                    // Nothing is to wait here for the end of the last one.
                    await _intake.StopAsync().ConfigureAwait(false);
                }

                await RunAsync(link, message, delivery, slot, folder, ending).ConfigureAwait(false);
                if (begun == _options.MaxTrials)
                {
                    await quit.CancelAsync().ConfigureAwait(false);
                }
            }
        }

        // What came in this moment is for others.
        await _intake.StopAsync().ConfigureAwait(false);
        await Task.Delay(LateTime, CancellationToken.None).ConfigureAwait(false);
        while (_refusal is null && _intake.TryNext(out Delivery? late))
        {
            await ReturnAsync(link, late).ConfigureAwait(false);
        }
    }

    private async Task<Delivery?> NextAsync(CancellationTokenSource quit)
    {
        using CancellationTokenSource idle = CancellationTokenSource.CreateLinkedTokenSource(quit.Token);
        if (_options.IdleTime is { } time)
        {
            idle.CancelAfter(time);
        }

        try
        {
            return await _intake.NextAsync(idle.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            if (!quit.IsCancellationRequested)
            {
                Say("No trial came for so long that the worker leaves.");
                await quit.CancelAsync().ConfigureAwait(false);
            }

            return null;
        }
    }

    private async Task RunAsync(BrokerLink link, TrialMessage message, Delivery delivery, int slot, string folder, CancellationToken ending)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"{_name}/{slot}");
        bool isShared = message.Folder is { } shared && Directory.Exists(shared);
        folder = isShared ? message.Folder! : Path.Combine(folder, message.Key.Search);
        using RunningTrial trial = new(message, name) { Delivery = delivery };
        _running[message.Key] = trial;
        TrialOutcome outcome = await trial.RunAsync(_executor, _space, slot, folder, isShared, body => AnswerAsync(link, body, ending), ending)
            .ConfigureAwait(false);
        if (outcome.Failure == FailureKind.Cancelled && ending.IsCancellationRequested && !trial.IsUnwanted)
        {
            await ReturnAsync(link, trial.Delivery).ConfigureAwait(false);
        }
        else
        {
            await AnswerAsync(link, trial.EndOf(outcome, folder), ending).ConfigureAwait(false);
            Remember(message.Key);
            await trial.Delivery.AckAsync().ConfigureAwait(false);
        }

        _running.TryRemove(message.Key, out _);
    }

    private void Remember(TrialKey key)
    {
        _ends.Enqueue(key);
        while (_ends.Count > RememberedEnds)
        {
            _ends.TryDequeue(out _);
        }
    }

    // Waits for a broker that is gone, for the result is worth it; a worker that has to end does not wait for ever.
    private async Task AnswerAsync(BrokerLink link, ReadOnlyMemory<byte> body, CancellationToken ending)
    {
        using CancellationTokenSource patience = new();
        using CancellationTokenRegistration hurry = ending.Register(() => patience.CancelAfter(LeavePatience));
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token);
        Task<string> over = _intake.Over;
        Task<bool> sent = link.PublishAsync(string.Empty, _names.Results, body, either.Token);
        if (await Task.WhenAny(sent, over).ConfigureAwait(false) == over)
        {
            await either.CancelAsync().ConfigureAwait(false);
        }

        await ((Task)sent).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    // A message of its own rather than a refusal, for those are counted as if the worker had been lost.
    private async Task ReturnAsync(BrokerLink link, Delivery delivery)
    {
        using CancellationTokenSource patience = new(LeavePatience);
        try
        {
            // A worker that leaves would be the first to be given what it returns.
            await _intake.StopAsync().ConfigureAwait(false);
            await link.PublishAsync(string.Empty, _names.Trials, delivery.Body, patience.Token).ConfigureAwait(false);
            await delivery.AckAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The broker is gone; it gives the trial to somebody when it is back.
        }
    }
}
