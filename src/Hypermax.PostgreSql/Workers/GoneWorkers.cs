using Hypermax.ProcessTable;
using Npgsql;
using NpgsqlTypes;

namespace Hypermax.PostgreSql.Workers;

/// <summary>Workers whose processes have ended without a word: of this machine that can be seen long before their lease is over.</summary>
internal static class GoneWorkers
{
    private const string Neighbours = "select id, name from hypermax.worker where ended is null and place = $1";

    /// <summary>Finds them among those of one study.</summary>
    public static long[] OfStudy(NpgsqlConnection connection, long study) =>
        Find(connection, Neighbours + " and study = $2", new NpgsqlParameter { Value = study, NpgsqlDbType = NpgsqlDbType.Bigint });

    /// <summary>Finds them among those of all studies.</summary>
    public static long[] OfAll(NpgsqlConnection connection) => Find(connection, Neighbours);

    private static long[] Find(NpgsqlConnection connection, string query, params NpgsqlParameter[] parameters)
    {
        if (Place.Here is not { } here)
        {
            return [];
        }

        using NpgsqlCommand command = new(query, connection) { Parameters = { new NpgsqlParameter<string> { TypedValue = here } } };
        command.Parameters.AddRange(parameters);
        using NpgsqlDataReader reader = command.ExecuteReader();
        List<long> gone = [];
        while (reader.Read())
        {
            if (ProcessName.HasEnded(reader.GetString(1)) == true)
            {
                gone.Add(reader.GetInt64(0));
            }
        }

        return [.. gone];
    }
}
