using System.Numerics;
using System.Text;
using Npgsql;

namespace Hypermax.PostgreSql.Records;

/// <summary>A study as the database knows it: by its name, by a number, and by the lock that those who take turns hold.</summary>
internal static class StudyRow
{
    private const int LockSpace = 1215917158;

    /// <summary>Gets what those lock who take a turn on a study of this name; two names with the same number wait for each other, and that is all.</summary>
    public static (int Space, int Key) LockOf(string name)
    {
        uint sum = uint.MaxValue;
        foreach (byte letter in Encoding.UTF8.GetBytes(name))
        {
            sum = BitOperations.Crc32C(sum, letter);
        }

        return (LockSpace, unchecked((int)sum));
    }

    /// <summary>Gets the number of a study, or null when none of that name has begun.</summary>
    public static long? Find(NpgsqlConnection connection, string name)
    {
        using NpgsqlCommand command = new("select id from hypermax.study where name = $1", connection) { Parameters = { new() { Value = name } } };
        return command.ExecuteScalar() as long?;
    }

    /// <summary>Tells whether a trial runs; null where the study has none of that number.</summary>
    public static bool? IsRunning(NpgsqlConnection connection, long study, int trial)
    {
        using NpgsqlCommand command = new("select state = 'running' from hypermax.trial where study = $1 and number = $2", connection)
        {
            Parameters = { new NpgsqlParameter<long> { TypedValue = study }, new NpgsqlParameter<int> { TypedValue = trial } },
        };
        return command.ExecuteScalar() as bool?;
    }

    /// <summary>Gets a number that no study has or will have; it is not given twice, whatever becomes of the turn.</summary>
    public static long NextId(NpgsqlConnection connection)
    {
        using NpgsqlCommand command = new("select nextval(pg_get_serial_sequence('hypermax.study', 'id'))", connection);
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>Begins a study.</summary>
    public static void Insert(NpgsqlConnection connection, long id, string name)
    {
        using NpgsqlCommand command = new("insert into hypermax.study (id, name) values ($1, $2)", connection)
        {
            Parameters = { new NpgsqlParameter<long> { TypedValue = id }, new NpgsqlParameter<string> { TypedValue = name } },
        };
        command.ExecuteNonQuery();
    }
}
