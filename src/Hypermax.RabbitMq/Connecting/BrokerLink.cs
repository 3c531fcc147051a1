using System.Diagnostics;
using System.Globalization;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Hypermax.RabbitMq.Connecting;

/// <summary>The connection of a search or a worker, opened anew as often as it is cut; what is published is published until the broker has it.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
internal sealed class BrokerLink : IAsyncDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan ReasonPatience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan OpenPatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ConfirmPatience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly BrokerAddress _address;
    private readonly string _name;
    private readonly Func<LiveChannels, CancellationToken, Task> _setUp;
    private readonly Action<string> _say;
    private readonly CancellationTokenSource _end = new();
    private volatile TaskCompletionSource<LiveChannels> _live = New();
    private Task _keeping = Task.CompletedTask;

    /// <summary>Makes a link that is not connected yet.</summary>
    /// <param name="address">Where the broker is.</param>
    /// <param name="name">Who connects, as the broker lists it.</param>
    /// <param name="setUp">Declares what is needed and begins to listen, on each new connection.</param>
    /// <param name="say">Takes remarks for people.</param>
    public BrokerLink(BrokerAddress address, string name, Func<LiveChannels, CancellationToken, Task> setUp, Action<string> say) =>
        (_address, _name, _setUp, _say) = (address, name, setUp, say);

    /// <summary>Connects for the first time.</summary>
    /// <param name="cancellation">Cancelled when nobody waits any more.</param>
    /// <exception cref="RabbitMQClientException">It cannot be done; other exceptions of the network as well.</exception>
    public async Task OpenAsync(CancellationToken cancellation)
    {
        LiveChannels first = await ConnectAsync(cancellation).ConfigureAwait(false);
        _live.SetResult(first);
        _keeping = Task.Run(() => KeepAsync(first), CancellationToken.None);
    }

    /// <summary>Gets the connection; waits for it while it is cut.</summary>
    public async Task<LiveChannels> LiveAsync(CancellationToken cancellation)
    {
        while (true)
        {
            LiveChannels live = await _live.Task.WaitAsync(cancellation).ConfigureAwait(false);
            if (!live.Lost.IsCompleted)
            {
                return live;
            }

            // Whoever keeps the link learns of it in this moment too.
            await Task.Delay(10, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Publishes a message that outlives the broker, and returns when the broker has said that it has it; after a cut once more.</summary>
    /// <param name="exchange">The exchange; empty for the queue that the key names.</param>
    /// <param name="key">The routing key.</param>
    /// <param name="body">The message.</param>
    /// <param name="cancellation">Ends the attempts; the message may have gone out.</param>
    /// <returns>False when there is no such queue.</returns>
    public async Task<bool> PublishAsync(string exchange, string key, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        BasicProperties properties = new() { Persistent = true, ContentType = "application/json" };
        while (true)
        {
            LiveChannels live = await LiveAsync(cancellation).ConfigureAwait(false);
            try
            {
                Task sent = live.Output.BasicPublishAsync(exchange, key, mandatory: exchange.Length == 0, properties, body, CancellationToken.None).AsTask();
                await Task.WhenAny(sent, live.Lost, Task.Delay(ConfirmPatience, cancellation)).ConfigureAwait(false);
                cancellation.ThrowIfCancellationRequested();
                if (sent.IsCompleted)
                {
                    await sent.ConfigureAwait(false);
                    return true;
                }

                await live.Lose("it does not say that it has a message").ConfigureAwait(false);
                _ = sent.ContinueWith(static late => late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            }
            catch (PublishException error) when (error.IsReturn)
            {
                return false;
            }
            catch (PublishException)
            {
                // The broker could not take it, because it is short of something.
                await Task.Delay(FirstPause, cancellation).ConfigureAwait(false);
            }
            catch (Exception error) when (BrokerTrouble.IsOfBroker(error) && !cancellation.IsCancellationRequested)
            {
                await live.Lose(error.Message).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Publishes to whoever listens at this moment.</summary>
    public async Task TellAsync(string exchange, ReadOnlyMemory<byte> body, CancellationToken cancellation) =>
        await PublishAsync(exchange, string.Empty, body, cancellation).ConfigureAwait(false);

    public async ValueTask DisposeAsync()
    {
        if (_end.IsCancellationRequested)
        {
            return;
        }

        await _end.CancelAsync().ConfigureAwait(false);
        await _keeping.ConfigureAwait(false);
        if (_live.Task.IsCompletedSuccessfully)
        {
            await (await _live.Task.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        }

        _live.TrySetCanceled(CancellationToken.None);
    }

    private static TaskCompletionSource<LiveChannels> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task<LiveChannels> ConnectAsync(CancellationToken cancellation)
    {
        // A broker that is half up may take a connection and never answer.
        LiveChannels live = await Task.Run(() => LiveChannels.OpenAsync(_address, _name, cancellation), cancellation)
            .WaitAsync(OpenPatience, cancellation).ConfigureAwait(false);
        try
        {
            Task setUp = Task.Run(() => _setUp(live, cancellation), cancellation);
            await Task.WhenAny(setUp, live.Lost).ConfigureAwait(false);

            // What it was about says more than that a channel was closed.
            await Task.WhenAny(setUp, Task.Delay(ReasonPatience, CancellationToken.None)).ConfigureAwait(false);
            if (!setUp.IsCompleted)
            {
                _ = setUp.ContinueWith(static late => late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
                throw new IOException(await live.Lost.ConfigureAwait(false));
            }

            await setUp.ConfigureAwait(false);
            return live;
        }
        catch
        {
            await live.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task KeepAsync(LiveChannels live)
    {
        while (true)
        {
            await ((Task)live.Lost).WaitAsync(_end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_end.IsCancellationRequested)
            {
                return;
            }

            string reason = await live.Lost.ConfigureAwait(false);
            _live = New();
            long since = Stopwatch.GetTimestamp();
            await live.DisposeAsync().ConfigureAwait(false);
            if (await ReconnectAsync(reason, since).ConfigureAwait(false) is not { } next)
            {
                return;
            }

            live = next;
            _live.SetResult(live);
        }
    }

    private async Task<LiveChannels?> ReconnectAsync(string reason, long since)
    {
        TimeSpan pause = FirstPause;
        bool isSaid = false;
        while (!_end.IsCancellationRequested)
        {
            try
            {
                LiveChannels live = await ConnectAsync(_end.Token).ConfigureAwait(false);
                double seconds = Stopwatch.GetElapsedTime(since).TotalSeconds;
                _say(string.Create(CultureInfo.InvariantCulture, $"The connection to the broker {_address} is back after {seconds:0.0} s ({Plain(reason)})."));
                return live;
            }
            catch (Exception error)
            {
                // Whatever a broker that is half up makes of it: nobody else would try again.
                if (!isSaid && !_end.IsCancellationRequested && Stopwatch.GetElapsedTime(since) > TimeSpan.FromSeconds(1))
                {
                    isSaid = true;
                    _say(
                        $"The connection to the broker {_address} is gone ({Plain(reason)}; {Plain(BrokerTrouble.Innermost(error).Message)}); trials go on, "
                        + "and it is tried again until it is back.");
                }

                await Task.Delay(pause, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }

        return null;
    }

    private static string Plain(string reason) => reason.ReplaceLineEndings(" ").Trim().TrimEnd('.');
}
