using Hypermax.RabbitMq.Connecting;
using RabbitMQ.Client;

namespace Hypermax.RabbitMq.Working;

/// <summary>A message that a worker was given and has to answer for.</summary>
/// <param name="Live">The connection it came over; a message of a connection that is gone is given to somebody by the broker itself.</param>
/// <param name="Tag">What the channel calls it.</param>
/// <param name="Body">The message.</param>
internal sealed record Delivery(LiveChannels Live, ulong Tag, ReadOnlyMemory<byte> Body)
{
    /// <summary>Says that it has been dealt with.</summary>
    public Task AckAsync() => TryAsync(channel => channel.BasicAckAsync(Tag, multiple: false).AsTask());

    /// <summary>Says that it cannot be understood; it goes to the dead letters.</summary>
    public Task RejectAsync() => TryAsync(channel => channel.BasicRejectAsync(Tag, requeue: false).AsTask());

    private async Task TryAsync(Func<IChannel, Task> answer)
    {
        try
        {
            await answer(Live.Input).ConfigureAwait(false);
        }
        catch (Exception error) when (BrokerTrouble.IsOfBroker(error))
        {
            // The broker gives it to somebody again, and its result counts once.
        }
    }
}
