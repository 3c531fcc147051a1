using RabbitMQ.Client;

namespace Hypermax.RabbitMq.Connecting;

/// <summary>A connection as long as it lives: a channel to listen on, and one to publish on.</summary>
internal sealed class LiveChannels : IAsyncDisposable
{
    private static readonly TimeSpan ClosePatience = TimeSpan.FromSeconds(5);

    private readonly TaskCompletionSource<string> _lost = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private LiveChannels(IConnection connection, IChannel input, IChannel output)
    {
        Connection = connection;
        Input = input;
        Output = output;
        connection.ConnectionShutdownAsync += (_, reason) => Lose(reason.ReplyText);
        input.ChannelShutdownAsync += (_, reason) => Lose(reason.ReplyText);
        output.ChannelShutdownAsync += (_, reason) => Lose(reason.ReplyText);
    }

    public IConnection Connection { get; }

    /// <summary>Gets the channel on which messages arrive, one after the other.</summary>
    public IChannel Input { get; }

    /// <summary>Gets the channel on which messages go out; each is awaited until the broker has it.</summary>
    public IChannel Output { get; }

    /// <summary>Gets the task that ends, with the reason, when the connection or one of its channels is gone.</summary>
    public Task<string> Lost => _lost.Task;

    public static async Task<LiveChannels> OpenAsync(BrokerAddress address, string name, CancellationToken cancellation)
    {
        IConnection connection = await address.Factory().CreateConnectionAsync(name, cancellation).ConfigureAwait(false);
        try
        {
            CreateChannelOptions confirmed = new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);
            IChannel input = await connection.CreateChannelAsync(cancellationToken: cancellation).ConfigureAwait(false);
            return new LiveChannels(connection, input, await connection.CreateChannelAsync(confirmed, cancellation).ConfigureAwait(false));
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Gives the connection up; whoever keeps it opens another.</summary>
    public Task Lose(string reason)
    {
        _lost.TrySetResult(reason);
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        _lost.TrySetResult("it was closed");

        // A connection that was cut may not answer to its own end.
        await Task.Run(CloseAsync).WaitAsync(ClosePatience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task CloseAsync()
    {
        try
        {
            await Connection.CloseAsync(TimeSpan.FromSeconds(2)).ConfigureAwait(false);
        }
        catch (Exception error) when (BrokerTrouble.IsOfBroker(error))
        {
            // It is gone already.
        }

        await Connection.DisposeAsync().ConfigureAwait(false);
    }
}
