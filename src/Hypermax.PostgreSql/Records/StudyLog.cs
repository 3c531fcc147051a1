using System.Data;
using Npgsql;
using NpgsqlTypes;

namespace Hypermax.PostgreSql.Records;

/// <summary>The records of one study in the database: takes a turn, reads what is new, adds to them.</summary>
/// <remarks>
/// Statements go out one at a time, each with its own round trip. Npgsql writes what follows the first statement of a batch on a thread of the pool, and where
/// trials keep that busy all others would wait for a turn that waits for a thread.
/// </remarks>
internal static class StudyLog
{
    private const string News = "select seq, line from hypermax.record where study = $1 and seq >= $2 order by seq limit $3";
    private const string Turn = "select seq, line from hypermax.enter($1, $2, $3, $4)";
    private const string Addition = "select hypermax.keep($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

    /// <summary>Takes a turn on a study, and reads the records from one place on: one round trip.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="name">The name of the study.</param>
    /// <param name="study">Its number, or null when it has none yet.</param>
    /// <param name="from">The first place; that of a record that is known already shows whether it is still there.</param>
    /// <param name="read">The records.</param>
    /// <returns>The turn, which lasts until it is committed or the connection is cut.</returns>
    public static NpgsqlTransaction Enter(NpgsqlConnection connection, string name, long? study, int from, out List<StoredRecord> read)
    {
        (int space, int key) = StudyRow.LockOf(name);

        // Goes out together with the statement.
        NpgsqlTransaction turn = connection.BeginTransaction(IsolationLevel.ReadCommitted);
        using NpgsqlCommand command = new(Turn, connection, turn)
        {
            Parameters = { Of(space), Of(key), Of(study, NpgsqlDbType.Bigint), Of(from) },
        };
        using NpgsqlDataReader reader = command.ExecuteReader();
        read = ReadAll(reader);
        return turn;
    }

    /// <summary>Reads the records from one place on, without a turn.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="study">The number of the study.</param>
    /// <param name="from">The first place.</param>
    /// <param name="most">How many records at most.</param>
    public static List<StoredRecord> Read(NpgsqlConnection connection, long study, int from, int most = int.MaxValue)
    {
        using NpgsqlCommand command = new(News, connection) { Parameters = { Of(study), Of(from), Of(most) } };
        using NpgsqlDataReader reader = command.ExecuteReader();
        return ReadAll(reader);
    }

    /// <summary>Adds records within a turn, all of them with one round trip; they are stored when the turn is committed.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="study">The number of the study.</param>
    /// <param name="first">The place of the first record.</param>
    /// <param name="records">The records.</param>
    /// <param name="worker">Who runs the trials that are begun.</param>
    /// <param name="channel">Where they are announced to those who wait, or null.</param>
    public static void Add(NpgsqlTransaction turn, long study, int first, IReadOnlyList<PendingRecord> records, long? worker, string? channel)
    {
        using NpgsqlCommand command = new(Addition, turn.Connection, turn)
        {
            Parameters =
            {
                Of(study),
                Of(first),
                Of(NpgsqlDbType.Text, records.Select(record => record.Kind)),
                Of(NpgsqlDbType.Integer, records.Select(record => record.Number)),
                Of(NpgsqlDbType.Text, records.Select(record => record.Line)),
                Of(NpgsqlDbType.Integer, records.Select(record => record.Trial?.Retries)),
                Of(NpgsqlDbType.Text, records.Select(record => record.Trial?.State.ToString().ToLowerInvariant())),
                Of(NpgsqlDbType.Double, records.Select(record => record.Value)),
                Of(worker, NpgsqlDbType.Bigint),
                Of(channel, NpgsqlDbType.Text),
            },
        };
        command.ExecuteNonQuery();
    }

    private static NpgsqlParameter<T> Of<T>(T value)
        where T : struct => new() { TypedValue = value };

    private static NpgsqlParameter Of(object? value, NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };

    private static NpgsqlParameter<T[]> Of<T>(NpgsqlDbType type, IEnumerable<T> values) =>
        new() { TypedValue = [.. values], NpgsqlDbType = NpgsqlDbType.Array | type };

    private static List<StoredRecord> ReadAll(NpgsqlDataReader reader)
    {
        List<StoredRecord> records = [];
        while (reader.Read())
        {
            records.Add(new StoredRecord(reader.GetInt32(0), reader.GetFieldValue<byte[]>(1)));
        }

        return records;
    }
}
