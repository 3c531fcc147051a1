using System.Collections.Concurrent;
using Hypermax.Execution;
using Hypermax.Execution.Limits;
using Hypermax.RabbitMq.Connecting;
using Hypermax.RabbitMq.Messages;
using Hypermax.RabbitMq.Searching;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Hypermax.RabbitMq;

/// <summary>Hands out trials through a RabbitMQ broker to whoever takes them: <see cref="AmqpWorker"/>, <c>hypermax worker --broker</c>, or a program in any
/// language.</summary>
/// <remarks>
/// <para>A trial whose consumer is lost is handed out again, <see cref="AmqpOptions.Deliveries"/> times at most; of several results the first counts. A broker
/// that restarts or a connection that is cut costs time and nothing else. Disposing takes the queues away, by which consumers learn that the search has
/// ended; a search that was killed leaves them, and the next one on the queue empties them.</para>
/// <para>Safe to call from several threads at once, for any number of slots.</para>
/// </remarks>
public sealed class AmqpExecutor : IExecutor
{
    private static readonly TimeSpan AnswerPatience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan CleaningPatience = TimeSpan.FromSeconds(30);

    private readonly AmqpOptions _options;
    private readonly QueueNames _names;
    private readonly BrokerAddress _address;
    private readonly SearchQueues _queues;
    private readonly BrokerLink _link;
    private readonly string _search = Guid.NewGuid().ToString("N");
    private readonly ConcurrentDictionary<long, HandedTrial> _trials = new();
    private readonly ConcurrentDictionary<int, int> _attempts = new();
    private readonly CancellationTokenSource _end = new();
    private string _spaceHash = string.Empty;
    private SearchSpace? _space;
    private Task _looking = Task.CompletedTask;
    private long _lastId;

    private AmqpExecutor(AmqpOptions options, QueueNames names, BrokerAddress address)
    {
        _options = options;
        _names = names;
        _address = address;
        _queues = new SearchQueues(names, options, address, _search, _trials) { TakeReply = TakeReplyAsync, TakeDeadLetter = TakeDeadLetterAsync };
        _link = new BrokerLink(address, $"hypermax search, queue {names.Trials}", _queues.SetUpAsync, Say);
    }

    /// <summary>Connects to the broker and declares the queues, and empties them where a search that was killed left something in them.</summary>
    /// <param name="options">Which broker and queue, and how.</param>
    /// <param name="cancellation">Cancelled when nobody waits any more.</param>
    /// <exception cref="ExecutorException">The broker cannot be reached or does not let us in, or another search uses the queue.</exception>
    /// <exception cref="ArgumentException">An option is out of its range, or limits contradict each other.</exception>
    /// <exception cref="FormatException">The address is none of a broker.</exception>
    public static async Task<AmqpExecutor> ConnectAsync(AmqpOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Limits.Validate();
        if (options.Deliveries < 1)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"'{nameof(options.Deliveries)}' is {options.Deliveries}; it must be at least 1. Leave it out for 5."),
                nameof(options));
        }

        BrokerAddress address = BrokerAddress.Parse(options.Address);
        AmqpExecutor executor = new(options, QueueNames.Of(options.Queue), address);
        try
        {
            await executor.OpenAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception error) when (BrokerTrouble.IsOfBroker(error) && !cancellation.IsCancellationRequested)
        {
            throw BrokerTrouble.Explain(error, address, options.Queue);
        }

        executor._looking = Task.Run(() => executor._queues.WatchAsync(executor._link, executor._end.Token), CancellationToken.None);
        return executor;
    }

    /// <inheritdoc/>
    public async Task<TrialOutcome> RunAsync(TrialJob job, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(job);
        TrialLimits limits = job.Limits ?? _options.Limits;
        if (cancellation.IsCancellationRequested)
        {
            return LimitBreach.Cancelled.ToOutcome(limits);
        }

        TrialKey key = new(_search, Interlocked.Increment(ref _lastId));
        int attempt = _attempts.AddOrUpdate(job.Number, 1, static (_, earlier) => earlier + 1);
        HandedTrial trial = new(key, job, limits, TrialMessage.Write(key, attempt, job, limits, HashOf(job.Space)));
        _trials[key.Id] = trial;
        LimitBreach? breach = null;
        try
        {
            bool isTaken = await _link.PublishAsync(string.Empty, _names.Trials, trial.Body, cancellation).ConfigureAwait(false);
            trial.IsOut = true;
            if (!isTaken)
            {
                // Somebody took the queue away in this moment; with a new one, all that are awaited are sent again.
                await RenewAsync().ConfigureAwait(false);
            }

            breach = await trial.WaitAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            breach = LimitBreach.Cancelled;
        }

        if (breach is not null)
        {
            await StopAsync(trial, breach, limits).ConfigureAwait(false);
        }

        _trials.TryRemove(key.Id, out _);
        if (trial.HasSeveral)
        {
            await TellAsync(ControlMessage.Cancel, key).ConfigureAwait(false);
        }

        return trial.Outcome(breach);
    }

    /// <summary>Takes the queues away, which tells consumers that the search has ended; trials that run there are stopped.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_end.IsCancellationRequested)
        {
            return;
        }

        await _end.CancelAsync().ConfigureAwait(false);
        await _looking.ConfigureAwait(false);
        using CancellationTokenSource patience = new(CleaningPatience);
        try
        {
            await _queues.EndAsync(_link, patience.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (BrokerTrouble.IsOfBroker(error))
        {
            Say($"The queues of the search are left at the broker {_address}, which does not answer; delete '{_names.Trials}' and those whose names begin with "
                + "it, or let the next search on that queue do so.");
        }

        await _link.DisposeAsync().ConfigureAwait(false);
    }

    // Queues of a search and a broker that were killed together may be broken, which is found out by using them.
    private async Task OpenAsync(CancellationToken cancellation)
    {
        try
        {
            await _link.OpenAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception error) when (_queues.AreBroken && BrokerTrouble.IsOfBroker(error) && !cancellation.IsCancellationRequested)
        {
            await _link.OpenAsync(cancellation).ConfigureAwait(false);
        }
    }

    private void Say(string text) => _options.Said?.Invoke(text);

    private string HashOf(SearchSpace space)
    {
        // One study has one space.
        if (!ReferenceEquals(_space, space))
        {
            _spaceHash = Spaces.SpaceJson.Hash(space);
            _space = space;
        }

        return _spaceHash;
    }

    private async Task StopAsync(HandedTrial trial, LimitBreach breach, TrialLimits limits)
    {
        await TellAsync(ControlMessage.Cancel, trial.Key).ConfigureAwait(false);
        if (trial.HasBegun)
        {
            await trial.Ended.WaitAsync(limits.Grace + AnswerPatience, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        trial.End(breach.ToOutcome(limits));
    }

    // Whoever is to hear it may be gone, and so may the broker; nobody waits for that.
    private async Task TellAsync(string op, TrialKey key)
    {
        using CancellationTokenSource patience = new(AnswerPatience);
        try
        {
            await _link.TellAsync(_names.Control, new ControlMessage(op, key).Write(), patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // A consumer that begins it later asks, and is told then.
        }
    }

    private async Task RenewAsync()
    {
        LiveChannels live = await _link.LiveAsync(_end.Token).ConfigureAwait(false);
        await live.Lose($"queue '{_names.Trials}' is gone").ConfigureAwait(false);
    }

    private async Task TakeReplyAsync(BasicDeliverEventArgs message)
    {
        if (!JsonBody.TryRead(message.Body, Reply.Read, out Reply? reply, out string why))
        {
            Say($"A message in queue '{_names.Results}' was put aside, for {why}: {JsonBody.Shown(message.Body)}");
            if (JsonBody.TryRead(message.Body, Reply.ReadKeyOfEnd, out Reply? end, out _) && _trials.TryGetValue(end.Key.Id, out HandedTrial? half))
            {
                // Nobody else would end the trial, which its consumer takes off the queue.
                half.EndBadly(end, why);
            }
        }
        else if (reply.Key.Search != _search || !_trials.TryGetValue(reply.Key.Id, out HandedTrial? trial))
        {
            // Of an earlier search, or it has ended; whoever is at it need not go on.
            if (reply.IsBegun)
            {
                await TellAsync(ControlMessage.Cancel, reply.Key).ConfigureAwait(false);
            }
        }
        else if (trial.Take(reply))
        {
            await TellAsync(ControlMessage.Prune, reply.Key).ConfigureAwait(false);
        }
    }

    private Task TakeDeadLetterAsync(BasicDeliverEventArgs message)
    {
        DeadLetter letter = DeadLetter.Of(message.BasicProperties, _names);
        if (!JsonBody.TryRead(message.Body, TrialMessage.Read, out TrialMessage? dead, out string why))
        {
            Say($"A message in queue '{letter.Queue}' was put aside, for {why}: {JsonBody.Shown(message.Body)}");
        }
        else if (dead.Key.Search == _search && _trials.TryGetValue(dead.Key.Id, out HandedTrial? trial))
        {
            trial.End(letter.ToOutcome(_options.Deliveries));
        }

        return Task.CompletedTask;
    }
}
