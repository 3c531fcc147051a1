using System.Globalization;
using System.Reflection;
using Hypermax.PostgreSql.Connecting;
using Npgsql;

namespace Hypermax.PostgreSql.Schema;

/// <summary>The steps of the schema: numbered scripts, each run once, in order, by one process at a time.</summary>
internal static class Migrations
{
    private const string Begin = """
        create schema if not exists hypermax;
        create table if not exists hypermax.schema_step (version integer primary key, applied timestamptz not null default clock_timestamp())
        """;

    private const string Lock = "select pg_advisory_xact_lock(1215917157, 0)";

    private static readonly Assembly Here = typeof(Migrations).Assembly;

    /// <summary>Gets the version that this library reads and writes.</summary>
    public static int Newest { get; } = Here.GetManifestResourceNames().Count(name => name.EndsWith(".sql", StringComparison.Ordinal));

    /// <summary>Gets the version of a database; 0 where there is no schema.</summary>
    public static int VersionOf(NpgsqlConnection connection)
    {
        using NpgsqlCommand exists = new("select to_regclass('hypermax.schema_step') is not null", connection);
        if (exists.ExecuteScalar() is not true)
        {
            return 0;
        }

        using NpgsqlCommand version = new("select coalesce(max(version), 0) from hypermax.schema_step", connection);
        return Convert.ToInt32(version.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>Brings a database to the newest version, if it is not there.</summary>
    /// <returns>The version it had before.</returns>
    /// <exception cref="PostgresStoreException">It has a newer one, another encoding than UTF-8, or may not be changed.</exception>
    public static int Run(NpgsqlConnection connection, PostgresAddress address)
    {
        int version = VersionOf(connection);
        RefuseNewer(version, address);
        if (version == Newest)
        {
            return version;
        }

        RequireUtf8(connection, address);
        try
        {
            using NpgsqlTransaction transaction = connection.BeginTransaction();
            Execute(connection, Lock);
            Execute(connection, Begin);
            int before = VersionOf(connection);
            RefuseNewer(before, address);
            for (int step = before + 1; step <= Newest; step++)
            {
                Execute(connection, Script(step));
                Execute(connection, string.Create(CultureInfo.InvariantCulture, $"insert into hypermax.schema_step (version) values ({step})"));
            }

            transaction.Commit();
            return before;
        }
        catch (PostgresException error) when (error.SqlState is PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.ReadOnlySqlTransaction)
        {
            string found = version == 0 ? "has no schema 'hypermax' yet" : FormattableString.Invariant($"has version {version} of the schema 'hypermax'");
            throw new PostgresStoreException(
                FormattableString.Invariant($"Database '{address.Database}' of {address.Server} {found}; this version of Hypermax needs {Newest}, ")
                + $"and user '{address.User}' may not make it: {error.MessageText}. Run 'hypermax db migrate' as the owner of the database.",
                error);
        }
    }

    /// <summary>Refuses a database of another version, for those who may not change it.</summary>
    /// <exception cref="PostgresStoreException">It has another version.</exception>
    public static void RequireNewest(NpgsqlConnection connection, PostgresAddress address)
    {
        int version = VersionOf(connection);
        if (version != Newest)
        {
            throw new PostgresStoreException(
                FormattableString.Invariant($"Database {address} has version {version} of the schema 'hypermax', and this version of Hypermax has {Newest}. ")
                + (version < Newest ? "Run 'hypermax db migrate' first." : "Update Hypermax."));
        }
    }

    private static void RefuseNewer(int version, PostgresAddress address)
    {
        if (version > Newest)
        {
            throw new PostgresStoreException(
                FormattableString.Invariant($"Database '{address.Database}' of {address.Server} has version {version} of the schema 'hypermax'; ")
                + FormattableString.Invariant($"this version of Hypermax knows it up to {Newest}. Update Hypermax, or use another database."));
        }
    }

    // Names, notes and messages of trials may be in any script.
    private static void RequireUtf8(NpgsqlConnection connection, PostgresAddress address)
    {
        using NpgsqlCommand command = new("select current_setting('server_encoding')", connection);
        if (command.ExecuteScalar() is string encoding and not "UTF8")
        {
            throw new PostgresStoreException(
                $"Database '{address.Database}' of {address.Server} has the encoding {encoding}; studies need UTF8. "
                + $"Create another one, for example with 'createdb -E UTF8 -T template0 {address.Database}_utf8'.");
        }
    }

    private static string Script(int step)
    {
        using Stream stream = Here.GetManifestResourceStream(FormattableString.Invariant($"Hypermax.PostgreSql.Schema.{step:D4}.sql"))!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }

    private static void Execute(NpgsqlConnection connection, string sql)
    {
        using NpgsqlCommand command = new(sql, connection);
        command.ExecuteNonQuery();
    }
}
