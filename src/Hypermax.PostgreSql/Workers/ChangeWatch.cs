using Hypermax.PostgreSql.Connecting;
using Npgsql;

namespace Hypermax.PostgreSql.Workers;

/// <summary>Listens for what others record, on a connection of its own that is there only while a process waits.</summary>
/// <param name="address">Where the database is.</param>
internal sealed class ChangeWatch(PostgresAddress address) : IDisposable
{
    private NpgsqlConnection? _connection;

    /// <summary>Gets the channel of a study.</summary>
    public static string ChannelOf(long study) => FormattableString.Invariant($"hypermax_{study}");

    /// <summary>Waits until something is announced. The first call only begins to listen, for the caller has not looked since.</summary>
    /// <returns>Whether it waited; false as well when the server cannot be listened to.</returns>
    public async Task<bool> WaitAsync(long study, WorkerRow worker, TimeSpan longest, CancellationToken cancellation)
    {
        try
        {
            if (_connection is null)
            {
                await ListenAsync(study, worker).ConfigureAwait(false);
                return true;
            }

            await _connection.WaitAsync(longest, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
        catch (Exception error) when (ServerTrouble.IsOfServer(error))
        {
            Dispose();
            return false;
        }
    }

    public void Dispose()
    {
        try
        {
            _connection?.Dispose();
        }
        catch (Exception error) when (ServerTrouble.IsOfServer(error))
        {
            // It was cut already.
        }

        _connection = null;
    }

    private async Task ListenAsync(long study, WorkerRow worker)
    {
        NpgsqlConnection connection = address.Connect();
        try
        {
            NpgsqlCommand command = new($"listen {ChannelOf(study)}", connection);
            await using (command.ConfigureAwait(false))
            {
                await command.ExecuteNonQueryAsync(CancellationToken.None).ConfigureAwait(false);
            }

            worker.Wait(connection, isWaiting: true);
            _connection = connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
