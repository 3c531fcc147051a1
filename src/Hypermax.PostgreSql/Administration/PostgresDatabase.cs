using System.Globalization;
using Hypermax.Execution.Usages;
using Hypermax.PostgreSql.Connecting;
using Hypermax.PostgreSql.Records;
using Hypermax.PostgreSql.Schema;
using Hypermax.PostgreSql.Workers;
using Npgsql;
using NpgsqlTypes;

namespace Hypermax.PostgreSql.Administration;

/// <summary>A database that keeps studies, for those who look after it.</summary>
/// <remarks>Errors of the server come as <see cref="PostgresStoreException"/>; one that passes is waited for, five seconds at most.</remarks>
internal sealed class PostgresDatabase : IDisposable
{
    private const string Summaries = """
        with alive as (
            select w.study, w.lease, greatest(w.seen, pg_postmaster_start_time()) as heard from hypermax.worker w
            where w.ended is null and w.id <> all ($2) and greatest(w.seen, pg_postmaster_start_time()) + w.lease > clock_timestamp())
        select s.name, s.created,
            (select count(*) from hypermax.trial t where t.study = s.id and t.state <> 'running'),
            (select count(*) from hypermax.trial t where t.study = s.id and t.state = 'running'),
            (select count(*) from alive w where w.study = s.id),
            (select count(*) from alive w where w.study = s.id and w.heard + w.lease / 2 < clock_timestamp()),
            (select coalesce(max(r.seq), 0) from hypermax.record r where r.study = s.id)
        from hypermax.study s where $1 is null or s.name = $1 order by s.name
        """;

    private static readonly string[] OfOneStudy =
        ["usage where study", "paper where study", "record where study", "trial where study", "worker where study", "study where id"];

    private static readonly Dictionary<int, RunningUsage> NoUsages = [];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Session _session;

    private PostgresDatabase(Session session) => _session = session;

    /// <summary>Opens a database.</summary>
    /// <param name="address">Its address.</param>
    /// <exception cref="FormatException">The address cannot be read.</exception>
    public static PostgresDatabase Open(string address) => new(new Session(PostgresAddress.Parse(address)));

    /// <summary>Gets the address as people may see it.</summary>
    public string Address => _session.Address.ToString();

    /// <summary>Gets the version of the schema; 0 where there is none.</summary>
    public int Version() => Try(Migrations.VersionOf);

    /// <summary>Brings the schema to the newest version.</summary>
    /// <returns>The version it had before.</returns>
    public int Migrate() => Try(connection => Migrations.Run(connection, _session.Address));

    /// <summary>Gets the studies, by name; none where there is no schema.</summary>
    /// <param name="name">The one study that is asked for, or null for all.</param>
    public IReadOnlyList<StudySummary> Studies(string? name = null) => Try(connection => Read(connection, name));

    /// <summary>Gets the records of a study as lines of a journal, at one moment.</summary>
    /// <param name="name">The name of the study.</param>
    /// <exception cref="PostgresStoreException">There is none of that name.</exception>
    public IReadOnlyList<byte[]> Records(string name) => Try(connection =>
    {
        Migrations.RequireNewest(connection, _session.Address);
        long study = StudyRow.Find(connection, name) ?? throw Missing(connection, name);
        return StudyLog.Read(connection, study, from: 1).ConvertAll(record => record.Line);
    });

    /// <summary>Gets a study to be copied, at one moment, with what people wrote about it.</summary>
    /// <param name="name">The name of the study.</param>
    /// <exception cref="PostgresStoreException">There is none of that name.</exception>
    public CopiedStudy Copy(string name) => CopiedStudy.OfLines(Records(name), $"Study '{name}' of {Address}") with
    {
        Papers = Try(connection => CopiedPapers.Read(connection, StudyRow.Find(connection, name) ?? throw Missing(connection, name))),
    };

    /// <summary>Gets what the running trials of a study use, as far as its workers tell; nothing where that cannot be read.</summary>
    /// <param name="name">The name of the study.</param>
    public IReadOnlyDictionary<int, RunningUsage> Usages(string name) => Try(connection => UsageRow.Read(connection, name)) ?? NoUsages;

    /// <summary>Adds a whole study.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="records">Its records, and the trials that follow from them.</param>
    /// <exception cref="PostgresStoreException">There is one of that name.</exception>
    public void Add(string name, CopiedStudy records) => Try(connection =>
    {
        Migrations.Run(connection, _session.Address);
        WriteAccess.Require(connection, _session.Address);
        using NpgsqlTransaction transaction = connection.BeginTransaction();
        Lock(connection, name);
        if (StudyRow.Find(connection, name) is not null)
        {
            throw new PostgresStoreException(
                $"Database {Address} has a study '{name}' already; a copy never writes over one. Give it another name with --name, or remove that one.");
        }

        StudyCopy.Write(connection, name, records);
        transaction.Commit();
        return true;
    });

    /// <summary>Removes a study with everything that belongs to it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="isForced">Whether to do so although workers are at it.</param>
    /// <exception cref="PostgresStoreException">There is none of that name, or workers are at it.</exception>
    public StudySummary Remove(string name, bool isForced) => Try(connection =>
    {
        Migrations.RequireNewest(connection, _session.Address);
        using NpgsqlTransaction transaction = connection.BeginTransaction();
        Lock(connection, name);
        StudySummary study = Read(connection, name) is [var found] ? found : throw Missing(connection, name);
        if (study.Workers > 0 && !isForced)
        {
            throw new PostgresStoreException(
                string.Create(CultureInfo.InvariantCulture, $"Study '{name}' of {Address} is being searched ({study.Workers} at work). ")
                + "Stop the searches, or remove it nevertheless with --force; they then end with an error.") { IsConflict = true };
        }

        long id = StudyRow.Find(connection, name)!.Value;
        foreach (string table in OfOneStudy)
        {
            using NpgsqlCommand command = new($"delete from hypermax.{table} = $1", connection) { Parameters = { new() { Value = id } } };
            command.ExecuteNonQuery();
        }

        transaction.Commit();
        return study;
    });

    public void Dispose() => _session.Dispose();

    private T Try<T>(Func<NpgsqlConnection, T> act) => _session.Try(act, Patience);

    private static void Lock(NpgsqlConnection connection, string name)
    {
        (int space, int key) = StudyRow.LockOf(name);
        using NpgsqlCommand command = new("select pg_advisory_xact_lock($1, $2)", connection)
        {
            Parameters = { new() { Value = space }, new() { Value = key } },
        };
        command.ExecuteNonQuery();
    }

    private List<StudySummary> Read(NpgsqlConnection connection, string? name)
    {
        if (Migrations.VersionOf(connection) == 0)
        {
            return [];
        }

        Migrations.RequireNewest(connection, _session.Address);
        using NpgsqlCommand command = new(Summaries, connection)
        {
            Parameters =
            {
                new NpgsqlParameter { Value = (object?)name ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
                new NpgsqlParameter { Value = GoneWorkers.OfAll(connection), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint },
            },
        };
        using NpgsqlDataReader reader = command.ExecuteReader();
        List<StudySummary> studies = [];
        while (reader.Read())
        {
            studies.Add(new StudySummary(
                reader.GetString(0),
                reader.GetFieldValue<DateTimeOffset>(1),
                reader.GetInt64(2),
                reader.GetInt64(3),
                reader.GetInt64(4),
                reader.GetInt64(5),
                Convert.ToInt64(reader.GetValue(6), CultureInfo.InvariantCulture)));
        }

        return studies;
    }

    private PostgresStoreException Missing(NpgsqlConnection connection, string name)
    {
        string[] names = [.. Read(connection, name: null).Select(study => $"'{study.Name}'").Take(8)];
        return new PostgresStoreException(
            $"Database {Address} has no study '{name}'. {(names.Length == 0 ? "It has none at all." : $"It has {string.Join(", ", names)}.")} "
            + "'hypermax db list' names all.");
    }
}
