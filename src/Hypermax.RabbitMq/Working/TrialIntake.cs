using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Hypermax.RabbitMq.Connecting;
using Hypermax.RabbitMq.Messages;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Hypermax.RabbitMq.Working;

/// <summary>How trials come to a worker: one for each slot at a time, over one connection after the other, until it stops taking them.</summary>
/// <param name="names">The queues.</param>
/// <param name="slots">How many trials it has at once.</param>
/// <param name="stays">Whether it waits for the next search when one has ended.</param>
/// <param name="obey">Takes the orders of the search.</param>
internal sealed class TrialIntake(QueueNames names, int slots, bool stays, Func<ReadOnlyMemory<byte>, Task> obey)
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(300);

    // A queue that was taken away under our eyes is gone; a broker that has just started finds its queues one by one.
    private static readonly TimeSpan GonePatience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan RestartPatience = TimeSpan.FromSeconds(60);

    // A queue that does not answer is one that the search makes anew.
    private static readonly TimeSpan ListenPatience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan CancelPatience = TimeSpan.FromSeconds(5);

    private readonly Channel<Delivery> _deliveries = Channel.CreateUnbounded<Delivery>();
    private readonly TaskCompletionSource<string> _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private IReadOnlyList<(string Tag, Task Gone)> _consumers = [];
    private LiveChannels? _live;
    private Task? _stopping;
    private bool _hasSeenQueue;
    private volatile bool _isStopping;
    private volatile bool _wasTakenAway;

    /// <summary>Gets the task that ends when the search has, with a sentence that says so.</summary>
    public Task<string> Over => _over.Task;

    /// <summary>Begins to listen on a new connection.</summary>
    /// <param name="live">The connection.</param>
    /// <param name="leaving">Cancelled when no search is waited for any more.</param>
    /// <param name="cancellation">Cancelled when the connection is not needed.</param>
    public async Task SetUpAsync(LiveChannels live, CancellationToken leaving, CancellationToken cancellation)
    {
        // What ran before still has to be answered for by one that leaves.
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(
            cancellation, _hasSeenQueue ? CancellationToken.None : leaving);
        await WaitForQueueAsync(live, either.Token).ConfigureAwait(false);
        await ListenAsync(live, cancellation).WaitAsync(ListenPatience, cancellation).ConfigureAwait(false);
    }

    /// <summary>Waits for a trial.</summary>
    public async Task<Delivery> NextAsync(CancellationToken cancellation)
    {
        while (true)
        {
            Delivery delivery = await _deliveries.Reader.ReadAsync(cancellation).ConfigureAwait(false);
            if (!delivery.Live.Lost.IsCompleted)
            {
                return delivery;
            }
        }
    }

    /// <summary>Gets a trial that has come already.</summary>
    public bool TryNext([NotNullWhen(true)] out Delivery? delivery) => _deliveries.Reader.TryRead(out delivery);

    /// <summary>Takes no more trials; what is on its way still comes. Returns when the broker knows.</summary>
    public Task StopAsync()
    {
        lock (_gate)
        {
            _isStopping = true;
            return _stopping ??= Task.Run(CancelAsync);
        }
    }

    // The search declares it, and takes it away at its end.
    private async Task WaitForQueueAsync(LiveChannels live, CancellationToken cancellation)
    {
        long since = Stopwatch.GetTimestamp();
        while (await Topology.FindAsync(live.Connection, names.Trials, cancellation).ConfigureAwait(false) is null)
        {
            TimeSpan patience = _wasTakenAway ? GonePatience : RestartPatience;
            if (_hasSeenQueue && !stays && Stopwatch.GetElapsedTime(since) > patience)
            {
                _over.TrySetResult($"The search on queue '{names.Trials}' has ended.");
                throw new OperationCanceledException(cancellation);
            }

            await Task.Delay(LookInterval, cancellation).ConfigureAwait(false);
        }

        _hasSeenQueue = true;
        _wasTakenAway = false;
    }

    private async Task ListenAsync(LiveChannels live, CancellationToken cancellation)
    {
        QueueDeclareOk control = await live.Input.QueueDeclareAsync(cancellationToken: cancellation).ConfigureAwait(false);
        await live.Input.QueueBindAsync(control.QueueName, names.Control, string.Empty, cancellationToken: cancellation).ConfigureAwait(false);
        AsyncEventingBasicConsumer orders = new(live.Input);
        orders.ReceivedAsync += (_, message) => obey(message.Body);
        await live.Input.BasicConsumeAsync(control.QueueName, autoAck: true, orders, cancellation).ConfigureAwait(false);
        await live.Input.BasicQosAsync(0, prefetchCount: 1, global: false, cancellation).ConfigureAwait(false);

        // One for each slot, and each is given one trial at a time.
        List<(string Tag, Task Gone)> consumers = [];
        while (consumers.Count < slots && !_isStopping)
        {
            consumers.Add(await ConsumeAsync(live, cancellation).ConfigureAwait(false));
        }

        (_live, _consumers) = (live, consumers);
        if (_isStopping)
        {
            await CancelAsync().ConfigureAwait(false);
        }
    }

    private async Task<(string Tag, Task Gone)> ConsumeAsync(LiveChannels live, CancellationToken cancellation)
    {
        AsyncEventingBasicConsumer consumer = new(live.Input);
        consumer.ReceivedAsync += (_, message) => Receive(live, message);
        TaskCompletionSource gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
        consumer.UnregisteredAsync += (_, _) =>
        {
            gone.TrySetResult();
            if (_isStopping)
            {
                return Task.CompletedTask;
            }

            _wasTakenAway = true;
            return live.Lose($"queue '{names.Trials}' is gone");
        };
        return (await live.Input.BasicConsumeAsync(names.Trials, autoAck: false, consumer, cancellation).ConfigureAwait(false), gone.Task);
    }

    private Task Receive(LiveChannels live, BasicDeliverEventArgs message)
    {
        _deliveries.Writer.TryWrite(new Delivery(live, message.DeliveryTag, message.Body.ToArray()));
        return Task.CompletedTask;
    }

    private async Task CancelAsync()
    {
        if (_live is not { } live)
        {
            return;
        }

        try
        {
            // The broker may have given out a trial in this moment, and then says so after the end of the consumer.
            AsyncEventingBasicConsumer late = new(live.Input);
            late.ReceivedAsync += (_, message) => Receive(live, message);
            live.Input.DefaultConsumer = late;
            foreach ((string tag, Task gone) in _consumers)
            {
                await live.Input.BasicCancelAsync(tag).ConfigureAwait(false);

                // What was on its way has arrived by then.
                await gone.WaitAsync(CancelPatience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            // Its answer comes after everything that was on its way.
            await live.Input.BasicQosAsync(0, prefetchCount: 1, global: false).ConfigureAwait(false);
        }
        catch (Exception error) when (BrokerTrouble.IsOfBroker(error))
        {
            // Nothing comes over a connection that is gone.
        }
    }
}
