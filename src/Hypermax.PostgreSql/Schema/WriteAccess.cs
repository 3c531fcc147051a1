using Hypermax.PostgreSql.Connecting;
using Npgsql;

namespace Hypermax.PostgreSql.Schema;

/// <summary>Makes sure that a user may record something before anything costs time.</summary>
internal static class WriteAccess
{
    private const string Question = """
        select has_table_privilege('hypermax.study', 'insert') and has_table_privilege('hypermax.record', 'insert')
            and has_table_privilege('hypermax.trial', 'insert') and has_table_privilege('hypermax.trial', 'update')
            and has_table_privilege('hypermax.worker', 'insert') and has_table_privilege('hypermax.worker', 'update'),
            current_setting('transaction_read_only') = 'on'
        """;

    /// <summary>Refuses a user or a server that can only read.</summary>
    /// <exception cref="PostgresStoreException">Nothing can be recorded.</exception>
    public static void Require(NpgsqlConnection connection, PostgresAddress address)
    {
        if (Refusal(connection, address) is { } refusal)
        {
            throw new PostgresStoreException(refusal);
        }
    }

    /// <summary>Tells why nothing can be recorded, in words; null when it can.</summary>
    public static string? Refusal(NpgsqlConnection connection, PostgresAddress address)
    {
        using NpgsqlCommand command = new(Question, connection);
        using NpgsqlDataReader reader = command.ExecuteReader();
        reader.Read();
        if (reader.GetBoolean(1))
        {
            return $"Database '{address.Database}' of {address.Server} can only be read by user '{address.User}', or is a copy of another server; "
                + "a search records what it finds. Name the primary server, or ask as a user whose transactions may write.";
        }

        return reader.GetBoolean(0)
            ? null
            : $"User '{address.User}' may read, but not write the studies in database '{address.Database}' of {address.Server}. "
                + "Grant what docs/guide/postgres.md lists, or ask as another user.";
    }
}
