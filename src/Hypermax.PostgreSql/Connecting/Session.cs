using System.Data;
using Npgsql;

namespace Hypermax.PostgreSql.Connecting;

/// <summary>The one connection of a store, opened anew after it was cut; used by one thread at a time.</summary>
/// <param name="address">Where the database is.</param>
/// <param name="notice">Told that the server is waited for, and that it is back; may be null.</param>
internal sealed class Session(PostgresAddress address, Action<string>? notice = null) : IDisposable
{
    private static readonly TimeSpan Unnoticed = TimeSpan.FromSeconds(1);

    // A process that stands still within a turn is cut off after a minute, so that others can go on; what it was about to record is settled when it comes
    // back. Who waits for a turn looks up once a minute, so that a connection that died meanwhile is noticed. A server that does not wait for its disk
    // by default does so for us; one that waits for more than that is left as it is.
    private const string Begin = """
        set idle_in_transaction_session_timeout = '60s';
        set lock_timeout = '60s';
        select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'
        """;

    private NpgsqlConnection? _connection;
    private bool _isWaitedFor;

    /// <summary>Gets where the database is.</summary>
    public PostgresAddress Address => address;

    /// <summary>Gets the connection if there is one that works; opens none.</summary>
    public NpgsqlConnection? Current => _connection is { State: ConnectionState.Open } connection ? connection : null;

    /// <summary>Gets the connection; opens one if need be, such as after somebody found it cut.</summary>
    public NpgsqlConnection Connected()
    {
        if (_connection is { State: not ConnectionState.Open })
        {
            Drop();
        }

        if (_connection is null)
        {
            NpgsqlConnection connection = address.Connect();
            try
            {
                using NpgsqlCommand command = new(Begin, connection);
                command.ExecuteNonQuery();
            }
            catch
            {
                connection.Dispose();
                throw;
            }

            _connection = connection;
        }

        return _connection;
    }

    /// <summary>Lets go of the connection, and so of every lock and whatever was not committed.</summary>
    public void Drop()
    {
        NpgsqlConnection? connection = _connection;
        _connection = null;
        try
        {
            connection?.Dispose();
        }
        catch (Exception error) when (ServerTrouble.IsOfServer(error))
        {
            // It was cut already.
        }
    }

    /// <summary>Does something that changes nothing or is complete in itself, as often as the connection is cut.</summary>
    /// <param name="act">What to do.</param>
    /// <param name="patience">How long to try; an error that does not pass ends it at once.</param>
    /// <param name="whileThere">How long to try while the server answers and is not ready, such as one that recovers; by default the same.</param>
    /// <exception cref="PostgresStoreException">It cannot be done.</exception>
    public T Try<T>(Func<NpgsqlConnection, T> act, TimeSpan patience, TimeSpan? whileThere = null)
    {
        Backoff backoff = new();
        while (true)
        {
            try
            {
                T result = act(Connected());
                HasAnswered();
                return result;
            }
            catch (Exception error) when (ServerTrouble.IsOfServer(error))
            {
                Drop();
                TimeSpan longest = ServerTrouble.IsAnswer(error) ? whileThere ?? patience : patience;
                if (!ServerTrouble.IsPassing(error) || !Wait(backoff, longest, error))
                {
                    throw ServerTrouble.Explain(error, address);
                }
            }
        }
    }

    /// <summary>Waits before the next attempt, and says so once when it takes long.</summary>
    /// <param name="backoff">Knows how long it has been at it.</param>
    /// <param name="longest">After how long there is none.</param>
    /// <param name="error">What is waited to pass.</param>
    /// <returns>Whether there is to be one.</returns>
    public bool Wait(Backoff backoff, TimeSpan longest, Exception error)
    {
        if (!_isWaitedFor && backoff.Elapsed > Unnoticed)
        {
            _isWaitedFor = true;
            string most = longest < TimeSpan.FromMinutes(1)
                ? FormattableString.Invariant($"{longest.TotalSeconds:0.#} seconds")
                : FormattableString.Invariant($"{longest.TotalMinutes:0.#} minutes");
            notice?.Invoke($"{ServerTrouble.Explain(error, address).Message} Waiting for it, {most} at most.");
        }

        return backoff.Wait(longest);
    }

    /// <summary>Notes that the server has done what it was asked.</summary>
    public void HasAnswered()
    {
        if (_isWaitedFor)
        {
            _isWaitedFor = false;
            notice?.Invoke($"The server {address.Server} answers again.");
        }
    }

    public void Dispose() => Drop();
}
