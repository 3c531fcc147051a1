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

    /// <summary>Makes sure that this connection alone searches on the queue.</summary>
    public static Task LockAsync(IChannel channel, QueueNames names, CancellationToken cancellation) => channel.QueueDeclareAsync(
        names.Owner, durable: false, exclusive: true, autoDelete: false, cancellationToken: cancellation);

    /// <summary>Declares everything; what is there already stays as it is.</summary>
    public static async Task DeclareAsync(IChannel channel, QueueNames names, int deliveries, CancellationToken cancellation)
    {
        await channel.ExchangeDeclareAsync(names.Control, ExchangeType.Fanout, durable: true, cancellationToken: cancellation).ConfigureAwait(false);
        await channel.ExchangeDeclareAsync(names.Dead, ExchangeType.Fanout, durable: true, cancellationToken: cancellation).ConfigureAwait(false);
        await QueueAsync(channel, names.Dead, [], cancellation).ConfigureAwait(false);
        await channel.QueueBindAsync(names.Dead, names.Dead, string.Empty, cancellationToken: cancellation).ConfigureAwait(false);
        await QueueAsync(channel, names.Results, [], cancellation).ConfigureAwait(false);
        await QueueAsync(
            channel,
            names.Trials,
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["x-delivery-limit"] = deliveries - 1,
                ["x-dead-letter-exchange"] = names.Dead,
                ["x-dead-letter-strategy"] = "at-least-once",
                ["x-overflow"] = "reject-publish",
                ["x-consumer-timeout"] = LongestTrial,
            },
            cancellation).ConfigureAwait(false);
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
            await channel.QueueDeleteAsync(queue, ifUnused: false, ifEmpty: false, cancellationToken: cancellation).ConfigureAwait(false);
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

    private static Task QueueAsync(IChannel channel, string name, Dictionary<string, object?> arguments, CancellationToken cancellation)
    {
        arguments["x-queue-type"] = "quorum";
        return channel.QueueDeclareAsync(name, durable: true, exclusive: false, autoDelete: false, arguments, cancellationToken: cancellation);
    }
}
