using Hypermax.RabbitMq.Messages;
using RabbitMQ.Client;

namespace Hypermax.RabbitMq.Connecting;

/// <summary>What a search declares at its broker, and takes away at its end.</summary>
/// <remarks>Queues are kept by consensus (quorum), which counts deliveries and survives the loss of a node; docs/decisions/0259.</remarks>
internal static class Topology
{
    // Longer than any trial: the broker otherwise takes a trial away from a consumer that runs it for half an hour.
    private const long LongestTrial = 365L * 24 * 3600 * 1000;

    private static readonly TimeSpan LookPatience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan WorkPatience = TimeSpan.FromSeconds(8);

    /// <summary>Makes sure that this connection alone searches on the queue.</summary>
    public static Task LockAsync(IChannel channel, QueueNames names, CancellationToken cancellation) => channel.QueueDeclareAsync(
        names.Owner, durable: false, exclusive: true, autoDelete: false, cancellationToken: cancellation);

    /// <summary>Declares everything; what is there already stays as it is, unless it is to be made anew.</summary>
    /// <param name="channel">Where to say it.</param>
    /// <param name="names">What it is called.</param>
    /// <param name="deliveries">How often a trial is handed out at most.</param>
    /// <param name="isAnew">Whether queues that are there are taken away first, with what is in them.</param>
    /// <param name="cancellation">Cancelled when nobody waits any more.</param>
    public static async Task DeclareAsync(IChannel channel, QueueNames names, int deliveries, bool isAnew, CancellationToken cancellation)
    {
        await channel.ExchangeDeclareAsync(names.Control, ExchangeType.Fanout, durable: true, cancellationToken: cancellation).ConfigureAwait(false);
        await channel.ExchangeDeclareAsync(names.Dead, ExchangeType.Fanout, durable: true, cancellationToken: cancellation).ConfigureAwait(false);
        await QueueAsync(names.Dead, []).ConfigureAwait(false);
        await channel.QueueBindAsync(names.Dead, names.Dead, string.Empty, cancellationToken: cancellation).ConfigureAwait(false);
        await QueueAsync(names.Results, []).ConfigureAwait(false);
        await QueueAsync(names.Trials, new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["x-delivery-limit"] = deliveries - 1,
            ["x-dead-letter-exchange"] = names.Dead,
            ["x-dead-letter-strategy"] = "at-least-once",
            ["x-overflow"] = "reject-publish",
            ["x-consumer-timeout"] = LongestTrial,
        }).ConfigureAwait(false);

        // One after the other, for consumers that do not see a queue for a while believe that the search has ended.
        async Task QueueAsync(string name, Dictionary<string, object?> arguments)
        {
            arguments["x-queue-type"] = "quorum";
            if (isAnew)
            {
                await DeleteAsync(channel, name, cancellation).ConfigureAwait(false);
            }

            await channel.QueueDeclareAsync(
                name, durable: true, exclusive: false, autoDelete: false, arguments, cancellationToken: cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Tells whether a queue that seems to be empty and without consumers is at work at all.</summary>
    /// <remarks>A broker that is killed within a second of the declaration forgets where it has the queue's log, and then keeps an empty one that
    /// answers to nothing that needs it, until it is deleted (rabbitmq-server issue 15725).</remarks>
    public static async Task<bool> IsAtWorkAsync(IConnection connection, string queue, CancellationToken cancellation)
    {
        try
        {
            return await Task.Run(() => GetAsync(connection, queue, cancellation), cancellation).WaitAsync(WorkPatience, cancellation).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>Looks for a queue, on a channel of its own, for one that asks in vain is closed.</summary>
    /// <returns>What it holds, or null where there is none.</returns>
    /// <exception cref="TimeoutException">The broker does not answer.</exception>
    public static Task<QueueDeclareOk?> FindAsync(IConnection connection, string queue, CancellationToken cancellation) =>
        Task.Run(() => LookAsync(connection, queue, cancellation), cancellation).WaitAsync(LookPatience, cancellation);

    /// <summary>Empties the queues of what an earlier search left behind.</summary>
    /// <returns>How many messages there were.</returns>
    public static async Task<long> PurgeAsync(IChannel channel, QueueNames names, CancellationToken cancellation)
    {
        long left = 0;
        foreach (string queue in new[] { names.Trials, names.Results, names.Dead })
        {
            left += await channel.QueuePurgeAsync(queue, cancellation).ConfigureAwait(false);
        }

        return left;
    }

    /// <summary>Takes everything away; consumers are told by that.</summary>
    public static async Task DeleteAsync(IChannel channel, QueueNames names, CancellationToken cancellation)
    {
        foreach (string queue in new[] { names.Trials, names.Results, names.Dead, names.Owner })
        {
            await DeleteAsync(channel, queue, cancellation).ConfigureAwait(false);
        }

        foreach (string exchange in new[] { names.Control, names.Dead })
        {
            await channel.ExchangeDeleteAsync(exchange, cancellationToken: cancellation).ConfigureAwait(false);
        }
    }

    private static async Task<QueueDeclareOk?> LookAsync(IConnection connection, string queue, CancellationToken cancellation)
    {
        IChannel channel = await connection.CreateChannelAsync(cancellationToken: cancellation).ConfigureAwait(false);
        await using (channel.ConfigureAwait(false))
        {
            try
            {
                return await channel.QueueDeclarePassiveAsync(queue, cancellation).ConfigureAwait(false);
            }
            catch (Exception error) when (BrokerTrouble.IsMissing(error))
            {
                return null;
            }
        }
    }

    // It asks for a message, of which there should be none; one that came in this moment goes back.
    private static async Task<bool> GetAsync(IConnection connection, string queue, CancellationToken cancellation)
    {
        IChannel channel = await connection.CreateChannelAsync(cancellationToken: cancellation).ConfigureAwait(false);
        await using (channel.ConfigureAwait(false))
        {
            await channel.BasicGetAsync(queue, autoAck: false, cancellation).ConfigureAwait(false);
            return true;
        }
    }

    private static Task<uint> DeleteAsync(IChannel channel, string queue, CancellationToken cancellation) =>
        channel.QueueDeleteAsync(queue, ifUnused: false, ifEmpty: false, cancellationToken: cancellation);
}
