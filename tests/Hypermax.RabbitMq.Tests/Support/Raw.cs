using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Hypermax.RabbitMq.Tests.Support;

/// <summary>A client of the broker that knows nothing of us.</summary>
internal static class Raw
{
    public static Task<IConnection> ConnectAsync() =>
        new ConnectionFactory { Uri = new Uri(Brokers.Shared.Address), AutomaticRecoveryEnabled = false }.CreateConnectionAsync();

    /// <summary>Takes one message from a queue and is gone without an answer, as often as it is asked to.</summary>
    public static async Task TakeAndDieAsync(string queue, int times)
    {
        for (int i = 0; i < times; i++)
        {
            await using IConnection connection = await ConnectAsync();
            await using IChannel channel = await connection.CreateChannelAsync();
            TaskCompletionSource taken = new(TaskCreationOptions.RunContinuationsAsynchronously);
            AsyncEventingBasicConsumer consumer = new(channel);
            consumer.ReceivedAsync += (_, _) =>
            {
                taken.TrySetResult();
                return Task.CompletedTask;
            };
            await channel.BasicConsumeAsync(queue, autoAck: false, consumer);
            await taken.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }
    }

    /// <summary>Gets how many messages a queue holds, or null where there is none.</summary>
    public static async Task<uint?> CountAsync(string queue)
    {
        await using IConnection connection = await ConnectAsync();
        await using IChannel channel = await connection.CreateChannelAsync();
        try
        {
            return (await channel.QueueDeclarePassiveAsync(queue)).MessageCount;
        }
        catch (RabbitMQ.Client.Exceptions.OperationInterruptedException)
        {
            return null;
        }
    }
}
