using System.Collections.Concurrent;
using Hypermax.RabbitMq.Connecting;
using Hypermax.RabbitMq.Messages;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Hypermax.RabbitMq.Searching;

/// <summary>The queues of a search: declared on each new connection, mended where the broker lost them, looked at now and then.</summary>
/// <param name="names">What they are called.</param>
/// <param name="options">The options of the search.</param>
/// <param name="address">The broker, for remarks.</param>
/// <param name="search">The search, as it calls itself.</param>
/// <param name="trials">The trials whose results are awaited.</param>
internal sealed class SearchQueues(
    QueueNames names, AmqpOptions options, BrokerAddress address, string search, ConcurrentDictionary<long, HandedTrial> trials)
{
    private const ushort InternalError = 541;
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(5);

    private bool _isBegun;
    private volatile bool _isBroken;
    private volatile bool _isEnding;

    /// <summary>Gets what takes messages of the queue of results.</summary>
    public required Func<BasicDeliverEventArgs, Task> TakeReply { get; init; }

    /// <summary>Gets what takes dead letters.</summary>
    public required Func<BasicDeliverEventArgs, Task> TakeDeadLetter { get; init; }

    /// <summary>Gets whether a queue that is there was found not to work, so that the next connection makes all anew.</summary>
    public bool AreBroken => _isBroken;

    /// <summary>Declares what is needed and begins to listen.</summary>
    public async Task SetUpAsync(LiveChannels live, CancellationToken cancellation)
    {
        await Topology.LockAsync(live.Input, names, cancellation).ConfigureAwait(false);
        QueueDeclareOk? found = await Topology.FindAsync(live.Connection, names.Trials, cancellation).ConfigureAwait(false);
        bool isAnew = _isBroken || !await IsAtWorkAsync(live, found, cancellation).ConfigureAwait(false);
        await Topology.DeclareAsync(live.Input, names, options.Deliveries, isAnew, cancellation).ConfigureAwait(false);
        try
        {
            await BeginAsync(live, cancellation).ConfigureAwait(false);
        }
        catch (Exception error) when (IsOfBrokenQueue(error) && !live.Lost.IsCompleted && !cancellation.IsCancellationRequested)
        {
            _isBroken = true;
            throw;
        }

        if (_isBegun && (isAnew || found is null))
        {
            await SendAgainAsync(live, cancellation).ConfigureAwait(false);
        }

        _isBegun = true;
        _isBroken = false;
    }

    /// <summary>Looks now and then whether the queue of trials is there and at work, and tells when trials wait and nobody takes them.</summary>
    public async Task WatchAsync(BrokerLink link, CancellationToken end)
    {
        int alone = 0;
        while (true)
        {
            await Task.Delay(LookInterval, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (end.IsCancellationRequested)
            {
                return;
            }

            try
            {
                LiveChannels live = await link.LiveAsync(end).ConfigureAwait(false);
                QueueDeclareOk? queue = await Topology.FindAsync(live.Connection, names.Trials, end).ConfigureAwait(false);
                if (queue is null)
                {
                    await live.Lose($"queue '{names.Trials}' is gone").ConfigureAwait(false);
                }
                else if (!trials.IsEmpty && !await IsAtWorkAsync(live, queue, end).ConfigureAwait(false))
                {
                    _isBroken = true;
                    await live.Lose($"queue '{names.Trials}' does not answer").ConfigureAwait(false);
                }

                alone = queue is { ConsumerCount: 0 } && !trials.IsEmpty ? alone + 1 : 0;
                if (alone == 2)
                {
                    Say($"Trials wait in queue '{names.Trials}' of {address} and nobody takes them; start consumers, for example with "
                        + $"'hypermax worker search.json --broker {address} --queue {names.Trials}'.");
                }
            }
            catch (Exception error) when (BrokerTrouble.IsOfBroker(error))
            {
                // The link says so.
            }
        }
    }

    /// <summary>Takes everything away, by which consumers learn that the search has ended.</summary>
    /// <exception cref="OperationCanceledException">The broker did not come back in time.</exception>
    public async Task EndAsync(BrokerLink link, CancellationToken patience)
    {
        _isEnding = true;
        while (true)
        {
            LiveChannels live = await link.LiveAsync(patience).ConfigureAwait(false);
            try
            {
                await Topology.DeleteAsync(live.Output, names, patience).ConfigureAwait(false);
                return;
            }
            catch (Exception error) when (BrokerTrouble.IsOfBroker(error) && !patience.IsCancellationRequested)
            {
                await live.Lose(error.Message).ConfigureAwait(false);
            }
        }
    }

    private static bool IsOfBrokenQueue(Exception error) =>
        error is OperationCanceledException or TimeoutException || BrokerTrouble.CodeOf(error) == InternalError;

    // With messages or consumers in it, it is.
    private async Task<bool> IsAtWorkAsync(LiveChannels live, QueueDeclareOk? queue, CancellationToken cancellation) =>
        queue is not { MessageCount: 0, ConsumerCount: 0 }
        || await Topology.IsAtWorkAsync(live.Connection, names.Trials, cancellation).ConfigureAwait(false);

    private void Say(string text) => options.Said?.Invoke(text);

    private async Task BeginAsync(LiveChannels live, CancellationToken cancellation)
    {
        if (!_isBegun)
        {
            long left = await Topology.PurgeAsync(live.Input, names, cancellation).ConfigureAwait(false);
            if (left > 0)
            {
                Say(FormattableString.Invariant($"Queue '{names.Trials}' had {left} messages of a search that did not end in order; they were taken away."));
            }
        }

        await live.Input.BasicQosAsync(0, prefetchCount: 100, global: false, cancellation).ConfigureAwait(false);
        await ListenAsync(live, names.Results, TakeReply, cancellation).ConfigureAwait(false);
        await ListenAsync(live, names.Dead, TakeDeadLetter, cancellation).ConfigureAwait(false);
        await live.Output.BasicPublishAsync(
            names.Control, string.Empty, new ControlMessage(ControlMessage.Begin, new TrialKey(search, 0)).Write(), cancellation).ConfigureAwait(false);
    }

    private async Task ListenAsync(LiveChannels live, string queue, Func<BasicDeliverEventArgs, Task> take, CancellationToken cancellation)
    {
        AsyncEventingBasicConsumer consumer = new(live.Input);
        consumer.ReceivedAsync += async (_, message) =>
        {
            await take(message).ConfigureAwait(false);
            await live.Input.BasicAckAsync(message.DeliveryTag, multiple: false, CancellationToken.None).ConfigureAwait(false);
        };
        consumer.UnregisteredAsync += (_, _) => _isEnding ? Task.CompletedTask : live.Lose($"queue '{queue}' is gone");
        await live.Input.BasicConsumeAsync(queue, autoAck: false, consumer, cancellation).ConfigureAwait(false);
    }

    private async Task SendAgainAsync(LiveChannels live, CancellationToken cancellation)
    {
        HandedTrial[] lost = [.. trials.Values.Where(trial => trial.IsOut)];
        Say(FormattableString.Invariant($"Queue '{names.Trials}' was lost at the broker; the {lost.Length} trials that are awaited are handed out again."));
        foreach (HandedTrial trial in lost)
        {
            BasicProperties properties = new() { Persistent = true, ContentType = "application/json" };
            await live.Output.BasicPublishAsync(string.Empty, names.Trials, mandatory: true, properties, trial.Body, cancellation).ConfigureAwait(false);
        }
    }
}
