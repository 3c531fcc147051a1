using Npgsql;
using NpgsqlTypes;

namespace Hypermax.PostgreSql.Records;

/// <summary>The records of one study in the database: takes a turn, reads what is new, adds to them.</summary>
internal static class StudyLog
{
    private const string News = "select seq, line from hypermax.record where study = $1 and seq >= $2 order by seq limit $3";

    /// <summary>Takes a turn on a study, and reads the records from one place on: one round trip.</summary>
    /// <param name="connection">The connection; the turn lasts until <see cref="Leave"/>, or until the connection is cut.</param>
    /// <param name="name">The name of the study.</param>
    /// <param name="study">Its number, or null when it has none yet.</param>
    /// <param name="from">The first place; that of a record that is known already shows whether it is still there.</param>
    public static List<StoredRecord> Enter(NpgsqlConnection connection, string name, long? study, int from)
    {
        (int space, int key) = StudyRow.LockOf(name);
        using NpgsqlBatch batch = new(connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("begin"));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select pg_advisory_xact_lock($1, $2)")
        {
            Parameters = { new NpgsqlParameter<int> { TypedValue = space }, new NpgsqlParameter<int> { TypedValue = key } },
        });
        if (study is long id)
        {
            batch.BatchCommands.Add(NewsOf(id, from));
        }

        using NpgsqlDataReader reader = batch.ExecuteReader();
        reader.NextResult();
        return study is null ? [] : ReadAll(reader);
    }

    /// <summary>Reads the records from one place on, without a turn.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="study">The number of the study.</param>
    /// <param name="from">The first place.</param>
    /// <param name="most">How many records at most.</param>
    public static List<StoredRecord> Read(NpgsqlConnection connection, long study, int from, int most = int.MaxValue)
    {
        using NpgsqlBatch batch = new(connection);
        batch.BatchCommands.Add(NewsOf(study, from, most));
        using NpgsqlDataReader reader = batch.ExecuteReader();
        return ReadAll(reader);
    }

    /// <summary>Ends a turn, with whatever is to be stored before: one round trip. Returns when the server's disk has it.</summary>
    /// <param name="connection">The connection of the turn.</param>
    /// <param name="statements">What is stored, all of it or nothing.</param>
    public static void Leave(NpgsqlConnection connection, params IEnumerable<NpgsqlBatchCommand> statements)
    {
        using NpgsqlBatch batch = new(connection);
        foreach (NpgsqlBatchCommand statement in statements)
        {
            batch.BatchCommands.Add(statement);
        }

        batch.BatchCommands.Add(new NpgsqlBatchCommand("commit"));
        batch.ExecuteNonQuery();
    }

    private static NpgsqlBatchCommand NewsOf(long study, int from, int most = int.MaxValue) => new(News)
    {
        Parameters =
        {
            new NpgsqlParameter<long> { TypedValue = study, NpgsqlDbType = NpgsqlDbType.Bigint },
            new NpgsqlParameter<int> { TypedValue = from, NpgsqlDbType = NpgsqlDbType.Integer },
            new NpgsqlParameter<int> { TypedValue = most, NpgsqlDbType = NpgsqlDbType.Integer },
        },
    };

    private static List<StoredRecord> ReadAll(NpgsqlDataReader reader)
    {
        // The results of statements that return nothing are passed over by the reader itself.
        List<StoredRecord> records = [];
        while (reader.Read())
        {
            records.Add(new StoredRecord(reader.GetInt32(0), reader.GetFieldValue<byte[]>(1)));
        }

        return records;
    }
}
