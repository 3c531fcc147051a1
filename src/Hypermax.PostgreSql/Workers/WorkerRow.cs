using System.Diagnostics;
using System.Globalization;
using Hypermax.ProcessTable;
using Npgsql;
using NpgsqlTypes;

namespace Hypermax.PostgreSql.Workers;

/// <summary>This process as the database knows it: one of those that run trials of a study, with signs of life by the clock of the database.</summary>
/// <param name="lease">How long others wait for a sign of life.</param>
internal sealed class WorkerRow(TimeSpan lease)
{
    private const string Sign = "update hypermax.worker set seen = clock_timestamp() where id = $1";

    private long _lastSign;

    /// <summary>Gets the number of the worker, or null before it has one.</summary>
    public long? Id { get; private set; }

    /// <summary>Gets what records call it: machine, process and start, and the number, for a process may have several stores.</summary>
    public string Name => Id is long id ? string.Create(CultureInfo.InvariantCulture, $"{ProcessName.Self}/{id}") : ProcessName.Self;

    /// <summary>Gets how often a sign of life is given.</summary>
    public TimeSpan Every { get; } = lease / 4;

    /// <summary>Gets whether it is time for a sign of life.</summary>
    public bool IsDue => Id is not null && Stopwatch.GetElapsedTime(_lastSign) > Every;

    /// <summary>Enters this process into the table, once; complete in itself.</summary>
    public void Register(NpgsqlConnection connection, long study)
    {
        if (Id is not null)
        {
            return;
        }

        using NpgsqlCommand command = new("insert into hypermax.worker (study, name, place, lease) values ($1, $2, $3, $4) returning id", connection)
        {
            Parameters =
            {
                new NpgsqlParameter<long> { TypedValue = study },
                new NpgsqlParameter<string> { TypedValue = ProcessName.Self },
                new NpgsqlParameter { Value = (object?)Place.Here ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
                new NpgsqlParameter<TimeSpan> { TypedValue = lease, NpgsqlDbType = NpgsqlDbType.Interval },
            },
        };
        Id = (long)command.ExecuteScalar()!;
        _lastSign = Stopwatch.GetTimestamp();
    }

    /// <summary>Gives a sign of life within a turn; it counts when that is committed.</summary>
    public void GiveSignIn(NpgsqlTransaction turn) => GiveSign(turn.Connection!, turn);

    /// <summary>Gives a sign of life by itself; the server need not wait for its disk.</summary>
    public void GiveSign(NpgsqlConnection connection)
    {
        using NpgsqlTransaction transaction = connection.BeginTransaction();
        using (NpgsqlCommand unhurried = new("set local synchronous_commit = off", connection, transaction))
        {
            unhurried.ExecuteNonQuery();
        }

        GiveSign(connection, transaction);
        transaction.Commit();
        HasSigned();
    }

    /// <summary>Notes that a sign of life was given.</summary>
    public void HasSigned() => _lastSign = Stopwatch.GetTimestamp();

    /// <summary>Says whether this process waits for others, who then announce what they record.</summary>
    public void Wait(NpgsqlConnection connection, bool isWaiting)
    {
        using NpgsqlCommand command = new("update hypermax.worker set is_waiting = $2 where id = $1 and is_waiting <> $2", connection)
        {
            Parameters = { new NpgsqlParameter<long> { TypedValue = Id!.Value }, new NpgsqlParameter<bool> { TypedValue = isWaiting } },
        };
        command.ExecuteNonQuery();
    }

    /// <summary>Leaves: whatever this process still runs is anybody's from now on.</summary>
    public void Leave(NpgsqlConnection connection)
    {
        using NpgsqlCommand command = new("update hypermax.worker set ended = clock_timestamp(), is_waiting = false where id = $1", connection)
        {
            Parameters = { new NpgsqlParameter<long> { TypedValue = Id!.Value } },
        };
        command.ExecuteNonQuery();
    }

    private void GiveSign(NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        using NpgsqlCommand command = new(Sign, connection, transaction) { Parameters = { new NpgsqlParameter<long> { TypedValue = Id!.Value } } };
        command.ExecuteNonQuery();
    }
}
